import type { Customer } from '../options.mts';
import { stockIn } from './countries.mts';
import { cents } from './generator.mts';
import type { Product } from './products.mts';
import { fractionOf } from './random.mts';

/** What is to be sent. */
export interface FreightLine {
	product: Product;
	quantity: number;
	warehouseId: string;
	/** The carrier that is wished for. */
	carrierCode: string | undefined;
}

/** What one carrier takes for a shipment, US dollars. */
export interface CarrierOffer {
	carrierCode: string;
	shipVia: string;
	charge: number;
	days: number;
}

/** All that goes from one warehouse. */
export interface Shipment {
	warehouseId: string;
	/** Pounds. Assumption: no document names the unit. */
	weight: number;
	/** The one that carries it. */
	chosen: CarrierOffer;
	offers: CarrierOffer[];
}

/** The carriers, those of the samples; `UG` is filled up with blanks there. */
const carriers = [
	{ carrierCode: 'RG', shipVia: 'FEDEX GROUND', base: 9, perPound: 0.55, faster: 0 },
	{ carrierCode: 'UG', shipVia: 'UPS GROUND  ', base: 11, perPound: 0.6, faster: 0 },
	{ carrierCode: 'HD', shipVia: 'FDX HOME DEL', base: 14, perPound: 0.7, faster: 1 },
] as const;

/** Whether there is such a carrier. */
export function isCarrier(code: string): boolean {
	return carriers.some(({ carrierCode }) => carrierCode === code);
}

/** Where a product is sent from: where there is most of it. */
export function warehouseFor({ countryCode }: Customer, product: Product): string {
	const [first, ...rest] = stockIn(countryCode, product);
	const best = rest.reduce(
		(most, one) => ((one.available ?? 0) > (most?.available ?? 0) ? one : most),
		first,
	);
	return best?.warehouseId ?? '10';
}

/**
 * What sending would cost: one shipment for each warehouse, in the order of the lines. Assumption:
 * all rates and days are made up; they grow with the weight, and differ by way.
 *
 * @param destination what tells one place from another
 */
export function shipmentsOf(lines: readonly FreightLine[], destination: string): Shipment[] {
	const warehouses = [...new Set(lines.map(({ warehouseId }) => warehouseId))];
	return warehouses.map((warehouseId) => {
		const own = lines.filter((line) => line.warehouseId === warehouseId);
		const kilograms = own.reduce(
			(sum, { product, quantity }) => sum + product.weightKg * quantity,
			0,
		);
		const weight = Math.max(1, Math.ceil(kilograms * 2.2046));
		const days = 1 + Math.floor(fractionOf(`${warehouseId} to ${destination}`) * 5);
		const offers = carriers.map(
			({ carrierCode, shipVia, base, perPound, faster }): CarrierOffer => ({
				carrierCode,
				shipVia,
				charge: cents((base + weight * perPound) * (1 + days / 10)),
				days: Math.max(1, days - faster),
			}),
		);
		const wished = own.find(({ carrierCode }) => carrierCode)?.carrierCode;
		const [cheapest] = offers;
		const chosen = offers.find(({ carrierCode }) => carrierCode === wished) ?? cheapest;
		if (!chosen) throw new Error('There are no carriers');
		return { warehouseId, weight, chosen, offers };
	});
}
