/** Ways in which the bodies of events differ between XI's samples, its schemas and what was seen. */
export const payloadQuirks = {
	/** Events: all keys in lower case, as an older page of the portal has them. */
	eventKeys: { enum: ['documented', 'lowerCase'] },
	/** Events: the key of the time stamp; one of the portal's samples has the misspelt one. */
	eventTimeStampKey: { enum: ['eventTimeStamp', 'evenTtimeStamp'] },
	/** Events: `im::` and small letters, or capitals (`IM::ORDER_SHIPPED`). */
	eventTypeCase: { enum: ['documented', 'lowerCase', 'upperCase'] },
	/** Events: where `eventType` stands. */
	eventTypeAt: { enum: ['documented', 'resource', 'top', 'both'] },
	/** Events: `resource` as a list or, where it has one entry only, as an object. */
	eventResource: { enum: ['documented', 'array', 'object'] },
	/** Events: the whole body as a list of one, or not. */
	eventBody: { enum: ['documented', 'array', 'object'] },
	/** Events: quantities as text or as numbers. */
	eventQuantities: { enum: ['string', 'number'] },
	/** Order events: the key of the line number: portal, schema, sample. */
	eventLineNumberKey: { enum: ['lineNumber', 'LineNumber', 'ingramLineNumber'] },
	/** Order events: the key of the back-ordered quantity: portal and sample, or schema. */
	eventBackorderedKey: { enum: ['backOrderedQuantity', 'backorderedQuantity'] },
	/** Order events: the key of the customer's order number, of which one was seen in use. */
	eventCustomerOrderKey: { enum: ['customerOrderNumber', 'customerPoNumber'] },
	/** Order events: `shipmentDetails` as a list or, where it has one entry only, as an object. */
	eventShipments: { enum: ['array', 'object'] },
} as const;

/** Bodies as the portal's samples have them. */
export const documentedPayloads = {
	eventKeys: 'documented',
	eventTimeStampKey: 'eventTimeStamp',
	eventTypeCase: 'documented',
	eventTypeAt: 'documented',
	eventResource: 'documented',
	eventBody: 'documented',
	eventQuantities: 'string',
	eventLineNumberKey: 'lineNumber',
	eventBackorderedKey: 'backOrderedQuantity',
	eventCustomerOrderKey: 'customerOrderNumber',
	eventShipments: 'array',
} as const satisfies {
	[Name in keyof typeof payloadQuirks]: (typeof payloadQuirks)[Name]['enum'][number];
};

/** The quirks of bodies, as they are set. */
export type PayloadQuirks = {
	[Name in keyof typeof payloadQuirks]: (typeof payloadQuirks)[Name]['enum'][number];
};

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const quantities = new Set([
	'requestedQuantity',
	'shippedQuantity',
	'backOrderedQuantity',
	'quantityInbox',
	'totalAvailability',
]);

/**
 * Changes a body that is as the portal documents it.
 *
 * @param body an event, or a list of one
 */
export function withQuirks(body: unknown, quirks: PayloadQuirks): unknown {
	const [documented] = Array.isArray(body) ? (body as unknown[]) : [body];
	if (!isObject(documented)) return body;
	const shaped = withNames(withEventType(withResource(documented, quirks), quirks), quirks);
	const event = quirks.eventKeys === 'lowerCase' ? lowered(shaped) : shaped;
	const asList =
		quirks.eventBody === 'documented' ? Array.isArray(body) : quirks.eventBody === 'array';
	return asList ? [event] : event;
}

function withResource(event: Json, { eventResource }: PayloadQuirks): Json {
	const { resource } = event;
	if (eventResource === 'array') return { ...event, resource: [resource].flat() };
	if (eventResource === 'object' && Array.isArray(resource) && resource.length === 1) {
		return { ...event, resource: resource[0] as unknown };
	}
	return event;
}

function withEventType(event: Json, { eventTypeAt, eventTypeCase }: PayloadQuirks): Json {
	const resources = [event.resource].flat();
	const found = [event, ...resources].find((one) => isObject(one) && 'eventType' in one);
	if (!isObject(found)) return event;

	const documented = String(found.eventType);
	const eventType = {
		documented,
		lowerCase: documented.toLowerCase(),
		upperCase: documented.toUpperCase(),
	}[eventTypeCase];
	const without = ({ eventType: _, ...rest }: Json): Json => rest;
	const has = {
		documented: { top: 'eventType' in event, resource: found !== event },
		resource: { top: false, resource: true },
		top: { top: true, resource: false },
		both: { top: true, resource: true },
	}[eventTypeAt];
	const inside = (one: unknown): unknown =>
		isObject(one) ? { ...(has.resource ? { eventType } : {}), ...without(one) } : one;
	const { topic, event: name, eventTimeStamp, eventId, ...rest } = without(event);
	return {
		topic,
		event: name,
		eventTimeStamp,
		eventId,
		...(has.top ? { eventType } : {}),
		...rest,
		resource: Array.isArray(event.resource) ? event.resource.map(inside) : inside(event.resource),
	};
}

/** Other keys and other types, at any depth. */
function withNames(event: Json, quirks: PayloadQuirks): Json {
	const names: Readonly<Record<string, string>> = {
		eventTimeStamp: quirks.eventTimeStampKey,
		lineNumber: quirks.eventLineNumberKey,
		backOrderedQuantity: quirks.eventBackorderedKey,
	};
	const nameOf = (name: string, within: Json): string =>
		// Seen in events of orders only, which have both numbers.
		name === 'customerOrderNumber' && 'orderNumber' in within
			? quirks.eventCustomerOrderKey
			: (names[name] ?? name);
	const change = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(change);
		return isObject(value) ? changed(value) : value;
	};
	const changed = (object: Json): Json =>
		Object.fromEntries(
			Object.entries(object).map(([name, value]) => {
				if (quantities.has(name) && quirks.eventQuantities === 'number') {
					return [nameOf(name, object), Number(value)];
				}
				const single = name === 'shipmentDetails' && quirks.eventShipments === 'object';
				const entries: unknown[] = [value].flat();
				const inner = single && entries.length === 1 ? entries[0] : value;
				return [nameOf(name, object), change(inner)];
			}),
		);
	return changed(event);
}

function lowered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(lowered);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name.toLowerCase(), lowered(inner)]),
	);
}
