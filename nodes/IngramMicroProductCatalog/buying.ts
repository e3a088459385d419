import type { IDataObject } from 'n8n-workflow';

import { numberOrText } from '../shared/number';
import { at, project } from '../shared/output';
import { yesOrNo } from '../shared/tidy';
import { clean } from '../shared/transport/errors';
import { isFound } from './prices';
import { priceAndAvailabilityOutput } from './priceOutput';

/** Whether XI says that the reseller may buy a product. Only a plain yes is one. */
export const isAuthorized = (record: IDataObject): boolean =>
	yesOrNo(record.productAuthorized) === true;

/** The stock as XI tells it. */
export const toldStockOf = (record: IDataObject): unknown =>
	at(record, 'availability.totalAvailability');

/**
 * How many pieces of a product there are, from all warehouses that were asked for. Infinity for what
 * is not kept in stock, such as a license: it is available in no warehouse and yet available.
 * Undefined for a number that could be read in two ways: nothing is calculated with it.
 */
export function stockOf(record: IDataObject): number | undefined {
	const stock = numberOrText(toldStockOf(record)) ?? 0;
	if (typeof stock !== 'number') return undefined;
	const warehouses = at(record, 'availability.availabilityByWarehouse');
	const isUnlimited =
		stock === 0 &&
		yesOrNo(at(record, 'availability.available')) === true &&
		!(Array.isArray(warehouses) && warehouses.length > 0);
	return isUnlimited ? Infinity : stock;
}

/** Whether a product could be ordered now: XI knows it, says that it may be bought, and has some. */
export const canBeBought = (record: IDataObject): boolean =>
	isFound(record) && isAuthorized(record) && (stockOf(record) ?? 0) > 0;

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
