import type { Customer } from '../options.mts';
import { shippedOf, type Goods, type OrderLine } from './orders.mts';
import type { World } from './world.mts';

const carriers: Readonly<Record<string, string>> = {
	RG: 'FEDEX GROUND',
	UG: 'UPS GROUND',
	O1: 'ONTRAC',
	'4M': 'SMARTPOST-BM',
	VL: 'VIRTUAL',
	GR: 'DR SHP GROUN',
	GN: 'DHL NORMAL',
	OT: 'OTHER',
};

/** Who carries a line: whom the customer asked for, or whoever usually does. */
export function carrierOf(goods: Goods, wanted: string | undefined): OrderLine['carrier'] {
	const code = wanted || (goods.kind === 'digital' ? 'VL' : goods.directShip ? 'GR' : 'RG');
	return { code, name: carriers[code] ?? 'OTHER' };
}

/**
 * Sets units of goods aside.
 *
 * Assumption: what a vendor sends, or delivers by wire, is always there.
 *
 * @param wanted warehouse id that the customer asked for
 * @returns how many there are, and where
 */
export function supply(
	{ stockroom }: World,
	{ countryCode }: Customer,
	goods: Goods,
	quantity: number,
	wanted?: string,
): { confirmed: number; warehouseId: string; warehouseLocation?: string } {
	if (goods.directShip || goods.kind === 'digital' || !goods.product) {
		return goods.kind === 'digital'
			? { confirmed: quantity, warehouseId: '49', warehouseLocation: 'Electronic Download' }
			: { confirmed: quantity, warehouseId: '10', warehouseLocation: 'Mira Loma, CA' };
	}
	const found = stockroom.take(countryCode, goods.product, quantity, wanted);
	return {
		confirmed: found.taken,
		warehouseId: found.warehouseId,
		...(found.location === undefined ? {} : { warehouseLocation: found.location }),
	};
}

/** Puts back what a line had set aside and that has not left; the line then has nothing. */
export function takeBack({ stockroom }: World, { countryCode }: Customer, line: OrderLine): void {
	const { product, directShip, kind } = line.goods;
	const rest = line.confirmed - shippedOf(line);
	if (product && !directShip && kind === 'physical') {
		stockroom.giveBack(countryCode, product, line.warehouseId, rest);
	}
	line.confirmed = shippedOf(line);
}
