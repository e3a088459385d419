/*
 * The bodies of test events. Names are those of the official schemas and, where the official samples
 * have others, those as well; the same goes for numbers, which the schemas have as text.
 */

const text = { type: ['string', 'null'] } as const;
const count = { type: ['string', 'number', 'null'] } as const;

const strict = (properties: object) => ({
	type: 'object',
	additionalProperties: false,
	properties,
});
const listOf = (properties: object) => ({ type: 'array', items: strict(properties) });

const links = listOf({ topic: text, href: text, type: text });

const envelope = (resource: object) =>
	strict({ topic: text, event: text, eventTimeStamp: text, eventId: text, resource });

/** The body of a test order event. */
export const orderStatusEvent = envelope(
	listOf({
		eventType: text,
		orderNumber: text,
		customerOrderNumber: text,
		orderEntryTimeStamp: text,
		lines: listOf({
			LineNumber: text,
			lineNumber: text,
			ingramLineNumber: text,
			subOrderNumber: text,
			lineStatus: text,
			ingramPartNumber: text,
			vendorPartNumber: text,
			requestedQuantity: count,
			shippedQuantity: count,
			backorderedQuantity: count,
			backOrderedQuantity: count,
			shipmentDetails: listOf({
				shipmentDate: text,
				shipFromWarehouseId: text,
				warehouseName: text,
				carrierCode: text,
				carrierName: text,
				packageDetails: listOf({ cartonNumber: text, quantityInbox: count, trackingNumber: text }),
			}),
			serialNumberDetails: listOf({ serialNumber: text }),
		}),
		links,
	}),
);

/** The body of a test stock event. */
export const availabilityUpdate = envelope(
	listOf({
		eventType: text,
		ingramPartNumber: text,
		vendorPartNumber: text,
		vendorName: text,
		upcCode: text,
		skuStatus: text,
		backOrderFlag: text,
		totalAvailability: count,
		links,
	}),
);
