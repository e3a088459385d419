import type { XStatic } from 'typebox/schema';
import { badRequest, type Problem } from '../errors.mts';
import { usualHeaders } from '../headers.mts';
import { defineOperation } from '../operation.mts';
import type { Customer } from '../options.mts';
import { stockIn } from '../state/countries.mts';
import {
	isCarrier,
	shipmentsOf,
	warehouseFor,
	type FreightLine,
	type Shipment,
} from '../state/freight.mts';
import { cents } from '../state/generator.mts';
import type { World } from '../state/world.mts';
import { listOf, object, text, upTo } from './orders/schema.mts';
import { levelOf, moneyOf } from './priceEntryPrice.mts';

const body = object({
	billToAddressId: text,
	shipToAddressId: text,
	// One object, as in the samples and in the newer edition of the document.
	shipToAddress: object({
		companyName: text,
		addressLine1: text,
		addressLine2: text,
		addressLine3: text,
		city: text,
		state: text,
		postalCode: text,
		countryCode: text,
	}),
	lines: listOf(
		object({
			customerLineNumber: text,
			ingramPartNumber: upTo(18),
			quantity: text,
			warehouseId: text,
			carrierCode: text,
		}),
	),
} as const);

type Body = XStatic<typeof body>;

/**
 * Freight estimate: `POST /resellers/v6/freightestimate`. It changes nothing.
 *
 * Assumptions: there must be a line, a place to go to, and on each line a part number that exists
 * and a quantity above 0; a warehouse or carrier that does not exist is refused, but an empty text,
 * which the sample sends, means none; where address and address ID are both sent, as in the sample,
 * the address counts; no taxes and fees.
 */
export const freightEstimate = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/freightestimate',
	errors: 'wrapped',
	headers: [...usualHeaders, 'IM-CustomerContact'],
	query: {},
	body,
	check: ({ body: sent }) => [...problemsOfPlace(sent), ...problemsOfLines(sent)],
	handle: ({ world, customer, body: sent }) => {
		const read = linesOf(world, customer, sent);
		if ('problems' in read) return badRequest('wrapped', read.problems);
		const destination = sent.shipToAddress?.postalCode ?? sent.shipToAddressId ?? '';
		const estimateOf = (lines: readonly FreightLine[]) =>
			estimate(customer, lines, shipmentsOf(lines, destination));
		return { status: 200, body: answerOf(world, read.lines, estimateOf) };
	},
});

/** The body of an answer, with what the quirks let be without an estimate. */
function answerOf(
	{ quirks }: World,
	lines: readonly FreightLine[],
	estimateOf: (lines: readonly FreightLine[]) => object,
): object {
	const errors = [{ type: 'Error', message: 'No freight can be told for this SKU' }];
	switch (quirks.freightErrors) {
		case 'instead':
			return { freightEstimateResponse: null, errors };
		case 'besideZero':
			return { freightEstimateResponse: { ...estimateOf([]), errors } };
		case 'besideRest':
			return { freightEstimateResponse: estimateOf(lines.slice(0, -1)), errors };
		case 'silent':
			return { freightEstimateResponse: estimateOf([]) };
		case 'none':
			return { freightEstimateResponse: estimateOf(lines) };
	}
}

function problemsOfPlace({ shipToAddressId, shipToAddress }: Body): Problem[] {
	const hasAddress = Object.values(shipToAddress ?? {}).some((value) => value);
	return shipToAddressId || hasAddress
		? []
		: [{ field: 'shipToAddressId', message: 'A delivery address or its ID is needed' }];
}

function problemsOfLines({ lines = [] }: Body): Problem[] {
	if (lines.length === 0) return [{ field: 'lines', message: 'Required field is missing' }];
	return lines.flatMap(({ ingramPartNumber, quantity, carrierCode }, i): Problem[] => {
		const problems: Problem[] = [];
		if (!ingramPartNumber) {
			problems.push({
				field: `lines[${i}].ingramPartNumber`,
				message: 'Required field is missing',
			});
		}
		if (!/^[1-9]\d*$/.test(quantity ?? '')) {
			problems.push({
				field: `lines[${i}].quantity`,
				value: quantity ?? '',
				message: 'Invalid quantity',
			});
		}
		if (carrierCode && !isCarrier(carrierCode)) {
			problems.push({
				field: `lines[${i}].carrierCode`,
				value: carrierCode,
				message: 'Invalid carrier code',
			});
		}
		return problems;
	});
}

function linesOf(
	{ catalog }: World,
	customer: Customer,
	{ lines = [] }: Body,
): { lines: FreightLine[] } | { problems: Problem[] } {
	const problems: Problem[] = [];
	const found = lines.flatMap((line, i): FreightLine[] => {
		const { ingramPartNumber = '', quantity, warehouseId, carrierCode } = line;
		const product = catalog.byIngramPartNumber(ingramPartNumber);
		const wrong = (field: string, value: string, message: string): FreightLine[] => {
			problems.push({ field: `lines[${i}].${field}`, value, message });
			return [];
		};
		if (!product) return wrong('ingramPartNumber', ingramPartNumber, 'Invalid IngramPartNumber');
		const known = stockIn(customer.countryCode, product).map((stock) => stock.warehouseId);
		if (warehouseId && !known.includes(warehouseId)) {
			return wrong('warehouseId', warehouseId, 'Invalid warehouse');
		}
		return [
			{
				product,
				quantity: Number(quantity),
				warehouseId: warehouseId || warehouseFor(customer, product),
				carrierCode: carrierCode || undefined,
			},
		];
	});
	return problems.length > 0 ? { problems } : { lines: found };
}

function estimate(
	customer: Customer,
	lines: readonly FreightLine[],
	shipments: readonly Shipment[],
): object {
	const { currency, local } = moneyOf({ customer });
	const priced = lines.map(({ product, quantity, warehouseId }) => {
		const unitPrice = local(product.customerPrice * levelOf(customer));
		return {
			ingramPartNumber: product.ingramPartNumber,
			vendorPartNumber: product.vendorPartNumber,
			warehouseId,
			quantity,
			unitPrice,
			netAmount: cents(unitPrice * quantity),
		};
	});
	const freight = cents(shipments.reduce((sum, { chosen }) => sum + local(chosen.charge), 0));
	const goods = cents(priced.reduce((sum, { netAmount }) => sum + netAmount, 0));
	return {
		currencyCode: currency,
		totalFreightAmount: freight,
		totalTaxAmount: 0,
		totalFees: 0,
		// 0 in the sample as well, where the goods are not; the gross amount has it all.
		totalNetAmount: 0,
		grossAmount: cents(goods + freight),
		distribution: shipments.map(({ warehouseId, weight, chosen, offers }) => ({
			shipFromBranchNumber: warehouseId,
			carrierCode: chosen.carrierCode,
			shipVia: chosen.shipVia,
			freightRate: local(chosen.charge),
			totalWeight: weight,
			transitDays: chosen.days,
			// Text here, and numbers above.
			carrierList: offers.map(({ carrierCode, shipVia, charge, days }) => ({
				carrierCode,
				shipVia,
				carrierMode: 'SML',
				estimatedFreightCharge: String(local(charge)),
				daysInTransit: String(days),
			})),
		})),
		lines: priced,
	};
}
