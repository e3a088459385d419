import { meantBy } from '../../../../nodes/shared/fields/nearNames.ts';

const LINE = [
	'ingramPartNumber',
	'vendorPartNumber',
	'quantity',
	'unitPrice',
	'customerLineNumber',
	'notes',
	'endUserPrice',
	'planid',
	'warrantyInfo',
	'addressLine4',
	'state',
	'postalCode',
	'vendAuthNumber',
];

describe('a name that is not known', () => {
	it.each([
		['IngramPartNumber', 'ingramPartNumber'],
		['ingram_part_number', 'ingramPartNumber'],
		['Ingram Part Number', 'ingramPartNumber'],
		['QUANTITY', 'quantity'],
		['planId', 'planid'],
		['customerLinenumber', 'customerLineNumber'],
	])('is %s: %s but for capitals and signs', (name, right) => {
		expect(meantBy(name, LINE)).toEqual({ names: [right], isSame: true });
	});

	it.each([
		['sku', ['ingramPartNumber']],
		['SKU', ['ingramPartNumber']],
		['partNumber', ['ingramPartNumber', 'vendorPartNumber']],
		['part_number', ['ingramPartNumber', 'vendorPartNumber']],
		['mpn', ['vendorPartNumber']],
		['qty', ['quantity']],
		['Qty', ['quantity']],
		['quantity_ordered', ['quantity']],
		['quantityRequested', ['quantity']],
		['price', ['unitPrice']],
		['lineNumber', ['customerLineNumber']],
		['comment', ['notes']],
		['zip', ['postalCode']],
		// Slips of a letter or two.
		['quantiy', ['quantity']],
		['qunatity', ['quantity']],
		['quanttity', ['quantity']],
		['ingramPartNumer', ['ingramPartNumber']],
		['ingramPratNumbr', ['ingramPartNumber']],
		['untPrice', ['unitPrice']],
		['note', ['notes']],
		['vendorAuthNumber', ['vendAuthNumber']],
	] as Array<[string, string[]]>)('may stand for another: %s for %j', (name, names) => {
		expect(meantBy(name, LINE)).toEqual({ names, isSame: false });
	});

	it.each([
		'colour',
		'row_number',
		'status',
		'globalSkuId',
		'specialPrice',
		'endUserPoNumber',
		'lineType',
		'carrierCode',
		'addressLine5',
		'currencyCode',
		'id',
		'cost',
		'title',
		'größe',
	])('may be something else: %s', (name) => {
		expect(meantBy(name, LINE)).toBeUndefined();
	});
});
