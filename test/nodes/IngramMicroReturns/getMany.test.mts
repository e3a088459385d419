import { getMany } from '../../../nodes/IngramMicroReturns/getMany.operation.ts';
import { reasons } from '../../../nodes/IngramMicroReturns/reasons.ts';
import { returnReasons } from '../../../simulator/routes/returns/returnReasons.mts';
import { badInputOf, paramsOf } from '../support.mts';
import { BAD_RETURN_FILTERS } from './sampleReturns.mts';

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
