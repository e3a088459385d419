import { placeOf } from '../../countryProfiles.mts';
import { moneyOf } from '../priceEntryPrice.mts';
import { cents } from '../../state/generator.mts';
import type { Customer } from '../../options.mts';
import { shipToOf, type Address, type Order } from '../../state/orders.mts';
import type { World } from '../../state/world.mts';

/** A point in time as a day, `yyyy-MM-dd`. Assumption: days are those of UTC. */
export function day(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** A point in time in the manner of the samples, which have an offset. */
export function stamp(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}

/** Text as XI gives it back: in capitals, if it does so. */
export function inCapitals({ quirks }: World, text: string): string {
	return quirks.capitals ? text.toUpperCase() : text;
}

/** Shape of an order number, or of one of its parts; countries on SAP have digits alone. */
export const orderNumberShape = /^([0-9A-Z]{2}-[0-9A-Z]{5}|\d{8,12})(-[0-9A-Z]{2})?$/i;

/** The address that Ingram has on file; every customer's is made up. */
export function addressOnFile({ countryCode, customerNumber }: Customer): Address {
	return {
		companyName: `SIMULATED RESELLER ${customerNumber}`,
		addressLine1: 'ATTN RECEIVING',
		addressLine2: '100 SIMULATION WAY',
		...placeOf(countryCode),
		countryCode,
	};
}

/**
 * Where an order goes, as answers tell it. Assumption: without a street, the address on file is
 * meant, which samples show with the id 200.
 */
export function shipToAnswer(world: World, order: Order | undefined): Address {
	if (!order) return {};
	const sent = shipToOf(order) ?? {};
	if (!sent.addressLine1) {
		return { addressId: sent.addressId || '200', ...addressOnFile(order.purchase.customer) };
	}
	return Object.fromEntries(
		Object.entries(sent)
			// Known only to the request of v7.
			.filter(([name, value]) => value !== undefined && value !== '' && name !== 'shippingNotes')
			.map(([name, value]) => [
				name,
				typeof value === 'string' && name !== 'email' ? inCapitals(world, value) : value,
			]),
	);
}

/** The type of an order as answers tell it. */
export function orderTypeOf({ quirks }: World, { orderType }: Order): string {
	return quirks.orderTypes === 'sap' ? 'ZOR' : orderType;
}

/** What an order costs in all, once everything is there. */
export interface Amounts {
	goods: number;
	freight: number;
	total: number;
	charges: {
		subOrderNumber: string;
		chargeLineReference: string;
		chargeDescription: string;
		chargeAmount: number;
	}[];
}

/**
 * Adds up an order. Assumption: what comes from stock costs 7.83 dollars of freight, and none above
 * 1,000 dollars of goods, which a charge of nothing tells; what vendors send costs none. No tax, as
 * in the samples.
 */
export function amountsOf(order: Order): Amounts {
	const { local } = moneyOf({ customer: order.purchase.customer });
	const goods = cents(
		order.lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0),
	);
	const [first] = order.lines;
	if (order.orderType === 'D' || !first) return { goods, freight: 0, total: goods, charges: [] };
	const free = goods >= local(1000);
	const freight = free ? 0 : local(7.83);
	return {
		goods,
		freight,
		total: cents(goods + freight),
		charges: free
			? [
					{
						subOrderNumber: first.subOrderNumber,
						chargeLineReference: '895',
						chargeDescription: 'FREE FREIGHT',
						chargeAmount: 0,
					},
				]
			: [],
	};
}
