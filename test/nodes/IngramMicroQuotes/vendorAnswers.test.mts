import fc from 'fast-check';

import {
	type Given,
	partsLegacy,
	partsV7,
	settle,
} from '../../../nodes/IngramMicroQuotes/vendorAnswers.ts';
import type { Place, Question } from '../../../nodes/IngramMicroQuotes/vendorQuestions.ts';
import { Refused } from '../../../nodes/shared/errors.ts';
import { badInputOf } from '../support.mts';

const HEADER: Place = { kind: 'header' };
const lineOf = (customerLineNumber: string): Place => ({
	kind: 'line',
	line: { customerLineNumber, ingramPartNumber: 'YN6551', quantity: 2 },
});

const asked = (id: string, place: Place, more: Partial<Question> = {}): Question => ({
	id,
	name: id.split('.').at(-1)!,
	label: `Label of ${id}`,
	about: '',
	isMandatory: true,
	place,
	...more,
});

const YES_NO = [
	{ value: 'yes', label: 'Yes, I do' },
	{ value: 'no', label: 'No' },
];

const reasonsOf = (questions: Question[], given: Given[]): readonly string[] => {
	try {
		settle(questions, given);
	} catch (error) {
		if (error instanceof Refused) return error.reasons;
		throw error;
	}
	throw new Error('Nothing was refused');
};

it('names every missing mandatory field and every wrong value at once', () => {
	const questions = [
		asked('header.A', HEADER, { example: 'X1' }),
		asked('line.1.B', lineOf('1')),
		asked('header.C', HEADER, { choices: YES_NO }),
		asked('header.D', HEADER, { isMandatory: false }),
	];
	expect(reasonsOf(questions, [{ id: 'header.C', value: 'maybe' }])).toEqual([
		'2 mandatory vendor fields have no value: Label of header.A [header.A], for which Ingram Micro shows "X1"; Label of line.1.B [line.1.B]',
		'Label of header.C [header.C] is "maybe"; it must be one of: yes, no',
	]);
});

it.each(['yes', 'YES', 'Yes, I do'])('takes a choice by its value or by its name: %s', (value) => {
	const { answered } = settle(
		[asked('header.C', HEADER, { choices: YES_NO })],
		[{ id: 'header.C', value }],
	);
	expect(answered.map((one) => one.value)).toEqual(['yes']);
});

describe('a value', () => {
	const questions = [
		asked('header.Email', HEADER, { isMandatory: false }),
		asked('line.1.Email', lineOf('1'), { isMandatory: false }),
		asked('line.2.Name', lineOf('2'), { isMandatory: false }),
	];
	const idsOf = (given: Given[]) =>
		settle(questions, given).answered.map(({ question }) => question.id);

	it.each<[string, Given, string]>([
		['by the ID, in any case', { id: 'HEADER.email', value: 'x' }, 'header.Email'],
		['by its name and line', { name: 'email', line: '01', value: 'x' }, 'line.1.Email'],
		['by a name that is asked once', { name: 'NAME', value: 'x' }, 'line.2.Name'],
	])('is given %s', (_, given, id) => {
		expect(idsOf([given])).toEqual([id]);
	});

	it('is refused where it fits several fields', () => {
		const { message } = badInputOf(() => idsOf([{ name: 'Email', value: 'x' }]));
		expect(message).toBe('The vendor field Email is asked 2 times: header.Email, line.1.Email');
	});

	it('is refused where there is another for the same field', () => {
		const twice = [
			{ id: 'line.1.Email', value: 'x' },
			{ name: 'Email', line: '1', value: 'y' },
		];
		expect(badInputOf(() => idsOf(twice)).message).toBe(
			'The vendor field line.1.Email has two values, "x" and "y"',
		);
	});

	it('that nobody asks for is not sent, and told', () => {
		const { answered, ignored } = settle(questions, [
			{ id: 'header.Gone', value: 'x' },
			{ name: 'Name', line: '3', value: 'x' },
		]);
		expect(answered).toEqual([]);
		expect(ignored).toEqual(['header.Gone', 'Name of line 3']);
	});
});

describe('what a choice opens', () => {
	const vendor: Place = { kind: 'vendor', list: 'vri', vendorName: 'M', productId: 'P' };
	const opened = { id: 'vri.P.t', choice: YES_NO[0] };
	const questions = [
		asked('vri.P.t', vendor, { choices: YES_NO }),
		asked('vri.P.t.yes.x', vendor, { onlyIf: opened }),
	];

	it('is mandatory with that choice only', () => {
		expect(reasonsOf(questions, [{ id: 'vri.P.t', value: 'yes' }])).toHaveLength(1);
		expect(settle(questions, [{ id: 'vri.P.t', value: 'no' }]).answered).toHaveLength(1);
	});

	it('is left out with another choice, and told', () => {
		const { answered, ignored } = settle(questions, [
			{ id: 'vri.P.t', value: 'no' },
			{ id: 'vri.P.t.yes.x', value: '1' },
		]);
		expect(answered).toHaveLength(1);
		expect(ignored).toEqual(['vri.P.t.yes.x']);
	});

	it('goes out below it', () => {
		const { answered } = settle(questions, [
			{ id: 'vri.P.t', value: 'yes' },
			{ id: 'vri.P.t.yes.x', value: '1' },
		]);
		expect(partsV7(answered)).toEqual({
			vmfAdditionalAttributes: [],
			vmfVendorAdditionalAttributes: [],
			vriAdditionalAttributes: [
				{
					vendorName: 'M',
					productId: 'P',
					additionalAttributes: [
						{
							attributeName: 't',
							attributeValue: 'yes',
							choices: [
								{ attributeValue: 'yes', choices: [{ attributename: 'x', attributeValue: '1' }] },
							],
						},
					],
				},
			],
			lines: [],
		});
	});
});

it('goes out by the older call with descriptions, and quantities as texts', () => {
	const questions = [asked('header.A', HEADER), asked('line.1.B', lineOf('1'))];
	const { answered } = settle(
		questions,
		questions.map(({ id }) => ({ id, value: 'v' })),
	);
	expect(partsLegacy(answered)).toEqual({
		vmfadditionalAttributes: [
			{ attributeName: 'A', attributeValue: 'v', attributeDescription: 'Label of header.A' },
		],
		lines: [
			{
				customerLineNumber: '1',
				ingramPartNumber: 'YN6551',
				quantity: '2',
				vmfAdditionalAttributesLines: [
					{ attributeName: 'B', attributeValue: 'v', attributeDescription: 'Label of line.1.B' },
				],
			},
		],
	});
});

it('lets an order out exactly when every mandatory field has a value', () => {
	const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 8 });
	fc.assert(
		fc.property(names, names, fc.func(fc.boolean()), (asks, gives, isMandatory) => {
			const questions = asks.map((name) =>
				asked(`header.${name}`, HEADER, { isMandatory: isMandatory(name) }),
			);
			const lacking = questions.filter((one) => one.isMandatory && !gives.includes(one.name));
			const given = gives.map((name) => ({ name, value: 'v' }));
			if (lacking.length > 0) {
				const said = reasonsOf(questions, given).join();
				for (const { id } of lacking) expect(said).toContain(`[${id}]`);
			} else {
				const { answered, ignored } = settle(questions, given);
				expect(answered.length + ignored.length).toBe(gives.length);
			}
		}),
	);
});
