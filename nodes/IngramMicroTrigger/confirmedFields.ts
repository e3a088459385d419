import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import type { OrderDetailsLine } from '../shared/xi/orders/order';
import { orderLinesOf } from '../shared/xi/orders/orderLines';
import { serialNumbersIn, trackingNumbersIn } from '../shared/xi/parcels';
import { day, entriesIn, listOf } from './valueReaders';
import {
	type AsyncOrderResource,
	asyncOrderResource,
	type OrderStatusResource,
	orderStatusResource,
	type QuoteResource,
	quoteResource,
	type StockResource,
	stockResource,
} from './eventFields';

/*
 * What Ingram Micro answered, in the shape of the event that led to the question. A signature does not
 * cover what an event says, so in a confirmed item nothing of that may stand where it can be taken for
 * the truth; but an expression such as {{ $json.orderNumber }} must work whether items are confirmed
 * or not. So every field is read again from the answer, and is null where that does not have it.
 */

const within = (value: unknown, name: string): unknown[] => listOf(entriesIn(value)(name));

/*
 * Order details list all that was ever shipped of a line. An event is about some of it: the item that
 * confirms it must not tell earlier shipments as if they were new. So of the details comes what the
 * event names; the whole is under `current`.
 */

type StatusLine = OrderStatusResource['lines'][number];

/** A parcel of order details. */
interface Parcel {
	readonly sent: unknown;
	readonly tracking: readonly string[];
	readonly serials: readonly string[];
}

/** What a carrier took on a day, of order details, under the names that an event has for it. */
interface Shipment {
	/** Null: it has not left yet. */
	readonly shipmentDate: unknown;
	readonly packageDetails: readonly Parcel[];
	readonly [field: string]: unknown;
}

const parcelOf = (sent: unknown): Parcel => ({
	sent,
	tracking: trackingNumbersIn(sent),
	serials: serialNumbersIn(sent),
});

/** A part that may be missing, as its only entry then. */
const atLeastOne = (list: unknown[]): unknown[] => (list.length > 0 ? list : [{}]);

/** The shipments of a line of order details, each with one carrier. */
const shipmentsIn = (line: unknown): Shipment[] =>
	within(line, 'shipmentDetails').flatMap((shipment) => {
		const about = entriesIn(shipment);
		return atLeastOne(within(shipment, 'carrierDetails')).map((carrier) => {
			const by = entriesIn(carrier);
			return {
				shipmentDate: about('shippedDate') ?? by('shippedDate'),
				shipFromWarehouseId: about('shipFromWarehouseId'),
				warehouseName: about('shipFromLocation'),
				shipFromLocation: about('shipFromLocation'),
				carrierCode: by('carrierCode'),
				carrierName: by('carrierName'),
				packageDetails: within(carrier, 'trackingDetails').map(parcelOf),
			};
		});
	});

/** How many of a line have left: its details list what waits as well, without a day. */
function shippedOf(line: unknown): number | null {
	const left = within(line, 'shipmentDetails').filter((shipment) =>
		[shipment, ...within(shipment, 'carrierDetails')].some((part) =>
			entriesIn(part)('shippedDate'),
		),
	);
	const quantities = left.map((shipment) => numberIn(entriesIn(shipment)('quantity')));
	return quantities.includes(undefined)
		? null
		: quantities.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
}

const keyOf = (given: string): string => given.replace(/\s/g, '').toUpperCase();
const keysOf = (given: readonly string[]): Set<string> => new Set(given.map(keyOf));

/** A line's number without the zeros before it, which XI writes here and leaves out there. */
const bare = (lineNumber: string | null): string | null =>
	lineNumber?.replace(/^0+(?=.)/, '') ?? null;

const isSameLine = (one: StatusLine, named: StatusLine): boolean =>
	named.ingramLineNumber === null
		? named.ingramPartNumber !== null &&
			keyOf(named.ingramPartNumber) === keyOf(one.ingramPartNumber ?? '')
		: bare(one.ingramLineNumber) === bare(named.ingramLineNumber);

/** XI writes a sub-order in full or by its end only. */
function isSameSubOrder(one: StatusLine, named: StatusLine): boolean {
	const [a, b] = [one.subOrderNumber, named.subOrderNumber].map((given) => keyOf(given ?? ''));
	return a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a));
}

/**
 * The lines of an event that name a line of the order. A line number may come once in each sub-order;
 * where the event's sub-order is among those, it decides.
 */
function namesOf(
	line: StatusLine,
	all: readonly StatusLine[],
	named: readonly StatusLine[],
): StatusLine[] {
	return named.filter(
		(one) =>
			isSameLine(line, one) &&
			(isSameSubOrder(line, one) ||
				!all.some((other) => isSameLine(other, one) && isSameSubOrder(other, one))),
	);
}

/** What of a line's shipments is told, and the serial numbers in it. */
interface Told {
	readonly shipmentDetails: object[];
	readonly serialNumberDetails: string[];
}

/** What an event names of the shipments of a line. */
class Names {
	private readonly tracking: ReadonlySet<string>;
	private readonly serials: ReadonlySet<string>;
	private readonly days: ReadonlySet<string>;
	private readonly shipped: ReadonlyArray<number | string | null>;

	constructor(named: readonly StatusLine[]) {
		const shipments = named.flatMap(({ shipmentDetails }) => shipmentDetails);
		this.tracking = keysOf(
			shipments.flatMap(({ packageDetails }) =>
				packageDetails.flatMap(({ trackingNumber }) => trackingNumber ?? []),
			),
		);
		this.serials = keysOf(named.flatMap((line) => line.serialNumbers));
		this.days = new Set(
			shipments.map(({ shippedDate }) => shippedDate).filter((shipped) => shipped !== null),
		);
		this.shipped = named.map(({ quantityShipped }) => quantityShipped);
	}

	/**
	 * @param shipments those of the line that have left
	 * @param quantity how many of the line have left
	 * @param tellsShipment whether the event says that something left, even where it does not say what
	 */
	of(shipments: readonly Shipment[], quantity: number | null, tellsShipment: boolean): Told {
		if (this.tracking.size > 0 || this.serials.size > 0) return this.byNumber(shipments);
		const ofDay = shipments.filter(({ shipmentDate }) => this.days.has(day(shipmentDate) ?? ''));
		if (ofDay.length > 0) return whole(ofDay);
		// Where all that ever left went at once, nothing of it is from before.
		const isOnly =
			tellsShipment &&
			shipments.length === 1 &&
			this.shipped.every((shipped) => shipped === null || shipped === quantity);
		return whole(isOnly ? shipments : []);
	}

	private byNumber(shipments: readonly Shipment[]): Told {
		const serials: string[] = [];
		const shipmentDetails = shipments.flatMap((shipment) => {
			const kept = shipment.packageDetails.flatMap((parcel): object[] => {
				const own = parcel.serials.filter((serial) => this.serials.has(keyOf(serial)));
				const tracking = parcel.tracking.filter((one) => this.tracking.has(keyOf(one)));
				if (own.length === 0 && tracking.length === 0) return [];
				serials.push(...(this.serials.size > 0 ? own : parcel.serials));
				return [packageOf(parcel, tracking.length > 0 ? tracking : parcel.tracking)];
			});
			return kept.length > 0 ? [{ ...shipment, packageDetails: kept }] : [];
		});
		return { shipmentDetails, serialNumberDetails: serials };
	}
}

/** A parcel under the names that an event has; its serial numbers stand with the line. */
function packageOf({ sent }: Parcel, trackingNumber: readonly string[]): object {
	const its = entriesIn(sent);
	return {
		cartonNumber: its('cartonNumber'),
		quantityInbox: its('quantityInbox'),
		trackingNumber,
	};
}

const whole = (shipments: readonly Shipment[]): Told => ({
	shipmentDetails: shipments.map((shipment) => ({
		...shipment,
		packageDetails: shipment.packageDetails.map((parcel) => packageOf(parcel, parcel.tracking)),
	})),
	serialNumberDetails: shipments.flatMap(({ packageDetails }) =>
		packageDetails.flatMap(({ serials }) => serials),
	),
});

/** What an event tells of the shipments of a line: what it names of what order details list. */
function toldOf(line: unknown, named: readonly StatusLine[], tellsShipment: boolean): Told {
	const left = shipmentsIn(line).filter(({ shipmentDate }) => shipmentDate);
	return new Names(named).of(left, shippedOf(line), tellsShipment);
}

/** All shipments of a line, whatever an event names, as an event writes them. */
const shipmentsOf = (line: unknown): object[] => whole(shipmentsIn(line)).shipmentDetails;

/** A line of order details under the names that it has in an event about the order. */
function statusLine(line: unknown): IDataObject {
	const its = entriesIn(line);
	return {
		lineNumber: its('ingramOrderLineNumber'),
		subOrderNumber: its('subOrderNumber'),
		lineStatus: its('lineStatus'),
		ingramPartNumber: its('ingramPartNumber'),
		vendorPartNumber: its('vendorPartNumber'),
		requestedQuantity: its('quantityOrdered'),
		shippedQuantity: shippedOf(line),
		backOrderedQuantity: its('quantityBackOrdered'),
	} as IDataObject;
}

/** The lines of order details, each once; XI sends some twice. */
const linesIn = (details: unknown): OrderDetailsLine[] =>
	orderLinesOf({ lines: within(details, 'lines') as OrderDetailsLine[] });

/** The order, with those of its lines and shipments that the event names. */
export function orderStatusFields(
	details: IDataObject,
	named: readonly StatusLine[],
	tellsShipment: boolean,
): OrderStatusResource {
	const its = entriesIn(details);
	const orderWith = (lines: object[]) =>
		orderStatusResource({
			orderNumber: its('ingramOrderNumber'),
			customerOrderNumber: its('customerOrderNumber'),
			orderEntryTimeStamp: its('ingramOrderDate'),
			lines,
		});
	const sent = linesIn(details);
	const all = orderWith(sent.map(statusLine)).lines;
	return orderWith(
		sent.flatMap((line, position) => {
			const names = namesOf(all[position], all, named);
			return names.length > 0
				? [{ ...statusLine(line), ...toldOf(line, names, tellsShipment) }]
				: [];
		}),
	);
}

function asyncLine(line: unknown): object {
	const its = entriesIn(line);
	return {
		...(line as object),
		ingramLineNumber: its('ingramOrderLineNumber'),
		extendedUnitPrice: its('extendedPrice'),
		notes: its('lineNotes'),
		shipmentDetails: shipmentsOf(line),
	};
}

/** What became of an asynchronous order: its details, or those of all that it became. */
export function asyncOrderFields(current: IDataObject): AsyncOrderResource {
	const all = 'orders' in current ? within(current, 'orders') : [current];
	const its = entriesIn(all[0]);
	return asyncOrderResource({
		customerOrderNumber: its('customerOrderNumber'),
		endCustomerOrderNumber: its('endCustomerOrderNumber'),
		shipToInfo: its('shipToInfo'),
		endUserInfo: its('endUserInfo'),
		orders: all.map((order) => ({
			...(order as object),
			lines: linesIn(order).map(asyncLine),
		})),
	});
}

/** A product, of an entry of price and availability. */
export function productFields(entry: IDataObject): StockResource {
	const its = entriesIn(entry);
	return stockResource({
		ingramPartNumber: its('ingramPartNumber'),
		vendorPartNumber: its('vendorPartNumber'),
		vendorName: its('vendorName'),
		upcCode: its('upc'),
		totalAvailability: entriesIn(its('availability'))('totalAvailability'),
	});
}

/** A quote, of its details. They do not tell what was rejected of it. */
export const quoteFields = (current: IDataObject): QuoteResource => ({
	...quoteResource(current),
	rejectedSkus: [],
});
