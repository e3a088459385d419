import type { Attribute } from '../shared/fields/attributes';
import type { XiRequest } from '../shared/transport/request';
import type { ProductAsk } from './productAsk';

/** The body of a price and availability call, by its names on the wire. */
interface PriceAndAvailabilityBody {
	showAvailableDiscounts?: boolean;
	showReserveInventoryDetails?: boolean;
	specialBidNumber?: string;
	availabilityByWarehouse?: Array<{
		availabilityByWarehouseId?: string;
		availabilityForAllLocation?: boolean;
	}>;
	products: Array<Record<string, string | readonly Attribute[]>>;
	additionalAttributes?: Attribute[];
}

const productOf = ({ by, value, quantityRequested, additionalAttributes, ...ask }: ProductAsk) => ({
	...(ask.vendorPartNumber !== undefined && { vendorPartNumber: ask.vendorPartNumber }),
	[by]: value,
	...(ask.resourceId !== undefined && { resourceId: ask.resourceId }),
	...(quantityRequested !== undefined && { quantityRequested }),
	...(additionalAttributes !== undefined && { additionalAttributes }),
});

/** What is wanted to know of all products of a call. */
interface Wanted {
	readonly [name: string]: boolean | undefined;
	readonly includeAvailability: boolean;
	readonly includePricing: boolean;
	readonly includeProductAttributes?: boolean;
}

/** POST /resellers/v6/catalog/priceandavailability for at most MOST_PRODUCTS asks. */
export function priceRequest(
	asks: readonly ProductAsk[],
	wanted: Wanted,
	fields: Omit<PriceAndAvailabilityBody, 'products'>,
): XiRequest {
	const { additionalAttributes = [], availabilityByWarehouse = [] } = fields;
	const body: PriceAndAvailabilityBody = {
		showAvailableDiscounts: fields.showAvailableDiscounts,
		showReserveInventoryDetails: fields.showReserveInventoryDetails,
		specialBidNumber: fields.specialBidNumber,
		...(availabilityByWarehouse.length > 0 && { availabilityByWarehouse }),
		products: asks.map(productOf),
		...(additionalAttributes.length > 0 && { additionalAttributes }),
	};
	return {
		method: 'POST',
		path: '/resellers/v6/catalog/priceandavailability',
		query: wanted,
		body,
	};
}
