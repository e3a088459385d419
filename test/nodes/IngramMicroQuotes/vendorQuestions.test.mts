import {
	linesOf,
	problemOf,
	questionsOfInfo,
	questionsOfQuote,
	type RequiredInfo,
	titleOf,
	type ValidatedQuote,
	type VendorAttribute,
} from '../../../nodes/IngramMicroQuotes/vendorQuestions.ts';
import { rowOf } from '../../../nodes/IngramMicroQuotes/vendorOutput.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';

const quote: ValidatedQuote = {
	vmfAdditionalAttributes: [
		{ attributeName: 'AUTH', attributeValue: 'ABC,DEF', attributeDescription: 'Authorization' },
		{ attributeName: '', attributeValue: '', attributeDescription: '' },
		{ attributeName: 'Optional', attributeRequired: 'False', attributeDescription: null },
	],
	lines: [
		{
			customerLineNumber: '11',
			ingramPartNumber: 'YN6551',
			quantity: '2',
			vmfAdditionalAttributesLines: [{ attributeName: 'Email', attributeValue: 'String' }],
		},
		{ linesVendorMandatoryAttributes: [{ attributeName: 'Name' }] },
		{ customerLineNumber: '13', vmfAdditionalAttributesLines: null },
	],
};

describe('what Validate Quote names', () => {
	it('has stable IDs, and is mandatory unless XI says that it is not', () => {
		expect(questionsOfQuote(quote).map(({ id, isMandatory }) => [id, isMandatory])).toEqual([
			['header.AUTH', true],
			['header.Optional', false],
			['line.11.Email', true],
			['line.2.Name', true],
		]);
	});

	it('is called as XI describes it, and by its name where it does not', () => {
		expect(questionsOfQuote(quote).map(titleOf)).toEqual([
			'Authorization',
			'Optional',
			'Email (Line 11, YN6551)',
			'Name (Line 2)',
		]);
	});

	it('takes a value with commas for a value, and the word String for none', () => {
		const [authorization, , email] = questionsOfQuote(quote);
		expect(authorization).toMatchObject({ example: 'ABC,DEF' });
		expect(authorization.choices).toBeUndefined();
		expect(email.example).toBeUndefined();
	});

	it('keeps the lines, whatever is demanded', () => {
		expect(linesOf(quote)).toEqual([
			{ customerLineNumber: '11', ingramPartNumber: 'YN6551', quantity: 2 },
			{ customerLineNumber: '2' },
			{ customerLineNumber: '13' },
		]);
	});

	it.each([[{}], [{ lines: null, vmfAdditionalAttributes: null }]])(
		'may be nothing: %j',
		(answer) => {
			expect(questionsOfQuote(answer)).toEqual([]);
		},
	);

	it('is refused where it is no list', () => {
		const answer = { vmfAdditionalAttributes: 'none' } as unknown as ValidatedQuote;
		expect(() => questionsOfQuote(answer)).toThrow(UnexpectedAnswer);
	});
});

describe('what vendor required information names', () => {
	const info: RequiredInfo = {
		vmfAdditionalAttributes: [
			{ vendorName: 'OMNISSA  WS1', additionalAttributes: [{ attributeName: 'HEADER_ENDUSER' }] },
			{ vendorName: 'OMNISSA WS1', additionalAttributes: [{ attributeName: 'HEADER_ENDUSER' }] },
		],
		vriAdditionalAttributes: [
			{
				vendorName: 'Microsoft',
				productId: 'PRD-1',
				additionalAttributes: [
					{
						attributeName: 'tenant',
						attributeValue: 'new,existing',
						attributeDescription: 'Account',
						choices: [
							{
								attributeValue: 'new',
								attributeDescription: 'Create one',
								choices: [{ attributeName: 'mca', attributeValue: 'yes,no' }],
							},
						],
					},
					{ attributeName: 'address', attributeValue: 'Main St 1, Suite 2' },
				],
			},
		],
	};
	const questions = questionsOfInfo([info]);

	it('is asked once, however often it is named', () => {
		expect(questions.map(({ id }) => id)).toEqual([
			'vmf.OMNISSA WS1.HEADER_ENDUSER',
			'vri.PRD-1.tenant',
			'vri.PRD-1.tenant.new.mca',
			'vri.PRD-1.address',
		]);
	});

	it('offers values that stand in a list with commas, under what XI says of them', () => {
		expect(questions[1].choices).toEqual([
			{ value: 'new', label: 'Create one' },
			{ value: 'existing', label: 'existing' },
		]);
		expect(questions[2].choices).toEqual([
			{ value: 'yes', label: 'yes' },
			{ value: 'no', label: 'no' },
		]);
	});

	it('takes a sentence with commas for an example', () => {
		expect(questions[3]).toMatchObject({ example: 'Main St 1, Suite 2' });
		expect(questions[3].choices).toBeUndefined();
	});

	it('says with which answer a field is asked', () => {
		expect(titleOf(questions[2])).toBe('mca (Microsoft, PRD-1, if “Create one”)');
		expect(rowOf(questions[2])).toMatchObject({
			fieldId: 'vri.PRD-1.tenant.new.mca',
			level: 'product',
			vendorName: 'Microsoft',
			onlyIf: { fieldId: 'vri.PRD-1.tenant', value: 'new' },
		});
	});

	it('keeps what the editor could not tell apart out of an ID', () => {
		const odd = {
			vriAdditionalAttributes: [
				{ productId: 'A"]B', additionalAttributes: [{ attributeName: 'x' }] },
			],
		};
		expect(questionsOfInfo([odd])[0].id).toBe('vri.A__B.x');
	});

	const microsoft = (...additionalAttributes: VendorAttribute[]): RequiredInfo => ({
		vriAdditionalAttributes: [{ vendorName: 'Microsoft', productId: 'P', additionalAttributes }],
	});

	it('is asked once where it is named twice, what a choice opens behind it', () => {
		const tenant = { attributeName: 'tenant', attributeValue: 'new,existing' };
		const choices = [{ attributeValue: 'existing', choices: [{ attributeName: 'domain' }] }];
		const twice = [microsoft({ ...tenant, choices }), microsoft(tenant)];
		expect(questionsOfInfo(twice).map(({ id }) => id)).toEqual([
			'vri.P.tenant',
			'vri.P.tenant.existing.domain',
		]);
	});

	it('is mandatory where it is so in one of the places that name it', () => {
		const named = (attributeRequired: string) =>
			microsoft({ attributeName: 'tier1_mpn', attributeRequired });
		expect(questionsOfInfo([named('false'), named('true')])).toEqual([
			expect.objectContaining({ id: 'vri.P.tier1_mpn', isMandatory: true }),
		]);
	});

	it('may come with what went wrong', () => {
		expect(problemOf({ responseMessages: [{ message: 'No such plan' }, { type: 'ERROR' }] })).toBe(
			'No such plan; ERROR',
		);
		expect(problemOf({ responseMessages: [] })).toBeUndefined();
	});
});
