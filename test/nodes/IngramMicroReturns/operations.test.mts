import { create } from '../../../nodes/IngramMicroReturns/create.operation.ts';
import { getMany } from '../../../nodes/IngramMicroReturns/getMany.operation.ts';
import { reasons } from '../../../nodes/IngramMicroReturns/reasons.ts';
import { returnReasons } from '../../../simulator/routes/returns/returnReasons.mts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';
import { BAD_RETURN_FILTERS, BAD_RETURNS, LEAST, LINE, PLACE } from './sampleReturns.mts';

describe('Create Return', () => {
	it('sends whole numbers, leaves out what is empty, and gives the place as one object', () => {
		const { body } = requestFor(create, {
			...LEAST,
			lines: {
				line: [{ ...LINE, quantity: '2', additionalFields: { notes: '', serialNumber: 7 } }],
			},
			shipFromInfo: { ...PLACE, addressLine2: ' ', phoneNumber: 5550100 },
		});
		expect(body).toEqual({
			list: [
				{
					...LINE,
					quantity: 2,
					serialNumber: '7',
					referenceNumber: 'RMA-1',
					shipFromInfo: { ...PLACE, phoneNumber: '5550100' },
				},
			],
		});
	});

	it.each(BAD_RETURNS)('refuses %j', (given, message) => {
		const refused = badInputOf(() =>
			create.request(paramsOf(create, { ...LEAST, ...given }) as never),
		);
		expect(refused.message).toMatch(message);
	});

	it.each([{}, { returnsClaims: null }, { returnsClaims: [] }, { returnsClaims: [{}] }])(
		'takes an answer that names no return for none: %j',
		(answer) => {
			expect(() => create.rows(answer as never, {} as never)).toThrow(
				/^Ingram Micro’s answer holds/,
			);
		},
	);
});

describe('Get Many Returns', () => {
	it('offers every reason exactly as it goes out, under a name of its own', () => {
		const options = (reasons.property.options ?? []) as Array<{ name: string; value: string }>;
		expect(options.map(({ value }) => value).sort()).toEqual([...returnReasons].sort());
		expect(new Set(options.map(({ name }) => name)).size).toBe(options.length);
		for (const { name, value } of options) {
			expect(reasons.read([name], "'Return Reason'")).toEqual([value]);
			expect(reasons.read(value, "'Return Reason'")).toEqual([value]);
		}
	});

	it.each(BAD_RETURN_FILTERS)('refuses %j', (filters, message) => {
		const refused = badInputOf(() => getMany.request(paramsOf(getMany, { filters }) as never));
		expect(refused.message).toMatch(message);
	});
});
