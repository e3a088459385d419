import { warehouses } from '../../../../nodes/IngramMicroProductCatalog/warehouses.ts';
import { readParameters } from '../../../../nodes/IngramMicroPriceFile/readParameters.ts';
import {
	invoiceFilters,
	nameFilters,
	quoteFilters,
	returnFilters,
} from '../../../../nodes/IngramMicroWatchTrigger/watchFields.ts';
import { type Field, readFields } from '../../../../nodes/shared/fields/field.ts';
import { badInputOf } from '../../support.mts';
import { PLACES } from './everyField.mts';

/** What expressions give where there is nothing. */
const NOTHING = [null, undefined, '', ' \t', '\u200b', [], {}, [null], [''], [[]], [{}]];

/** What makes less of an answer, tells one thing from another of the same number, or keeps columns. */
const NARROWS = [
	/: filters > /,
	/^orders get: additionalFields > (?:Order Date|Vendor Number)$/,
	/^orders getResult: additionalFields > Sent On$/,
	/: additionalFields > Warehouses > Warehouse ID$/,
	/: onlyWhatChanged > (?:Price Field|Stock Field)$/,
	/: options > Input Fields$/,
];

const narrowing = PLACES.filter(({ name }) => NARROWS.some((one) => one.test(name)));

describe('what was added to narrow down an answer is never left out where it is empty', () => {
	it('in all of these', () => {
		expect(narrowing.length).toBeGreaterThan(60);
		for (const one of NARROWS) expect(narrowing.some(({ name }) => one.test(name))).toBe(true);
	});

	it.each(narrowing)('$name', ({ read }) => {
		for (const value of NOTHING) badInputOf(() => read(value));
	});

	it.each<[string, Field]>([
		['Price File', readParameters.filters],
		['Watch Trigger, invoices', invoiceFilters],
		['Watch Trigger, quotes', quoteFilters],
		['Watch Trigger, returns', returnFilters],
		['Watch Trigger, renewals and deals', nameFilters],
	])('%s', (_, filters) => {
		const options = filters.property.options as Array<{ name: string }>;
		for (const { name } of options) {
			for (const value of NOTHING) {
				badInputOf(() => readFields({ filters }, { filters: { [name]: value } }));
			}
		}
	});
});

describe('a warehouse', () => {
	const read = (warehouse: unknown, mayBeEmpty = false) =>
		warehouses.read({ warehouse }, "'Warehouses'", { mayBeEmpty });
	const ID = { availabilityByWarehouseId: '40' };
	const ALL = { availabilityByWarehouseId: '', availabilityForAllLocation: true };

	it('is one by its ID, or stands for all', () => {
		expect(read([ID, ALL])).toEqual([ID, { availabilityForAllLocation: true }]);
		expect(read([])).toEqual([]);
	});

	it('that says nothing is named, and left out where a model left it empty', () => {
		const { message } = badInputOf(() => read([ID, { availabilityForAllLocation: false }]));
		expect(message).toBe("'Warehouses', entry 2 names no warehouse, and all would be listed");
		expect(read([ID, {}], true)).toEqual([ID]);
	});
});
