import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/number';
import { at, project } from '../shared/output';
import { clean } from '../shared/transport/errors';
import { isFound, priceAndAvailabilityOutput } from './output';

/** XI sends it as a boolean or as a text, whose capitals vary. Only a plain yes is one. */
const saysYes = (value: unknown): boolean =>
	value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');

/** Whether XI says that the reseller may buy a product. */
export const isAuthorized = (record: IDataObject): boolean => saysYes(record.productAuthorized);

/**
 * How many pieces of a product there are, from all warehouses that were asked for. Infinity for what
 * is not kept in stock, such as a license: it is available in no warehouse and yet available.
 */
export function stockOf(record: IDataObject): number {
	const stock = numberIn(at(record, 'availability.totalAvailability')) ?? 0;
	const warehouses = at(record, 'availability.availabilityByWarehouse');
	const isUnlimited =
		stock === 0 &&
		saysYes(at(record, 'availability.available')) &&
		!(Array.isArray(warehouses) && warehouses.length > 0);
	return isUnlimited ? Infinity : stock;
}

/** Whether a product could be ordered now: XI knows it, says that it may be bought, and has some. */
export const canBeBought = (record: IDataObject): boolean =>
	isFound(record) && isAuthorized(record) && stockOf(record) > 0;

/** What tells products apart that have a number in common, under the names of the output. */
export const candidateOf = (record: IDataObject): IDataObject =>
	project(priceAndAvailabilityOutput, record, {
		output: 'selectedFields',
		fields: [
			'ingramPartNumber',
			'vendorPartNumber',
			'description',
			'customerPrice',
			'noPriceReason',
			'currencyCode',
			'totalAvailability',
			'productAuthorized',
		],
	});

/** A product in a sentence: its Ingram part number, and what is known of stock, price and leave to buy. */
export function shownCandidate(record: IDataObject): string {
	const told = candidateOf(record);
	const price = clean(told.customerPrice);
	const stock = clean(told.totalAvailability);
	const facts = [
		...(stock === undefined ? [] : [`${stock} in stock`]),
		...(price === undefined ? [] : [`${price} ${clean(told.currencyCode) ?? ''}`.trim()]),
		...(record.productAuthorized === undefined || isAuthorized(record) ? [] : ['not authorized']),
	];
	const name = clean(record.ingramPartNumber) ?? 'unnamed';
	return facts.length > 0 ? `${name}: ${facts.join(', ')}` : name;
}
