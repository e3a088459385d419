import fc from 'fast-check';

import { sign, verifies } from '../../../nodes/shared/xi/signature.ts';

const names = fc.constantFrom(
	'eventId',
	'EVENTID',
	'eventType',
	'topic',
	'event',
	'eventTimeStamp',
	'resource',
	'lines',
	'shipmentDetails',
	'orders',
	'products',
	'rejectedSkus',
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'length',
);
const values = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.double(),
	fc.boolean(),
	fc.constantFrom(
		null,
		'im::order_shipped',
		'IM::STOCK_UPDATE',
		'im::quote_create',
		'IM::async_order_create',
		'2021-11-01T13:02:06+08:30',
		'0001-01-01',
		'9'.repeat(400),
	),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'medium', withCrossShrink: false },
		values,
		fc.array(tie('tree'), { maxLength: 4 }),
		fc.dictionary(fc.oneof(names, fc.string({ maxLength: 8 })), tie('tree'), { maxKeys: 6 }),
	),
}));
const ids = fc.oneof(
	{ weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
	{ weight: 1, arbitrary: values },
	{ weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '\ud800', 'i'.repeat(5000)) },
);
const event = fc.record(
	{ eventId: ids, eventType: tree, topic: tree, event: tree, eventTimeStamp: tree, resource: tree },
	{ requiredKeys: ['eventId', 'resource'] },
);
const deep = fc
	.tuple(ids, fc.integer({ min: 1, max: 5_000 }), fc.boolean())
	.map(([eventId, depth, list]) => {
		const [open, close] = list ? ['[', ']'] : ['{"lines":', '}'];
		const resource = `${open.repeat(depth)}1${close.repeat(depth)}`;
		return `{"eventId":${JSON.stringify(eventId) ?? 'null'},"resource":${resource}}`;
	});
const huge = fc
	.tuple(ids, fc.integer({ min: 1_000, max: 20_000 }))
	.map(([eventId, length]) => JSON.stringify({ eventId, resource: { a: 'x'.repeat(length) } }));
/** Bodies as they arrive: events, lists of them, any other JSON, deep or huge ones, and no JSON at all. */
export const bodies = fc.oneof(
	{ weight: 5, arbitrary: event.map((one) => JSON.stringify(one)) },
	{ weight: 1, arbitrary: fc.array(event, { maxLength: 3 }).map((list) => JSON.stringify(list)) },
	{ weight: 2, arbitrary: tree.map((one) => JSON.stringify(one) ?? '') },
	{ weight: 1, arbitrary: deep },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
	{ weight: 1, arbitrary: huge },
	{
		weight: 1,
		arbitrary: event.map((one) => `{"__proto__":{"eventId":"A"},${JSON.stringify(one).slice(1)}`),
	},
);

/** The value of the key of that name, as documented or else in any capitals. */
function idOf(sent: unknown): unknown {
	if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return undefined;
	const entries = Object.entries(sent);
	const exact = entries.find(([name]) => name === 'eventId');
	return (exact ?? entries.find(([name]) => name.toLowerCase() === 'eventid'))?.[1];
}

/** What the answer has to be, and the ID that the body is to be signed for. */
export function expectedOf(body: string, key: string): { status: number; id: string } {
	let parsed: unknown;
	try {
		parsed = body === '' ? {} : JSON.parse(body);
	} catch {
		return { status: 422, id: '' };
	}
	const sent = (Array.isArray(parsed) ? parsed : [parsed]) as unknown[];
	// A whole number counts as its digits.
	const all = sent.map(idOf).map((id) => (Number.isSafeInteger(id) ? String(id) : id));
	if (all.length === 0) return { status: 400, id: '' };
	if (!all.every((id): id is string => typeof id === 'string' && id.trim() !== '')) {
		return { status: 400, id: '' };
	}
	const [id] = all;
	const genuine = all.every((other) => verifies([key], other, sign(key, id)));
	return { status: genuine ? 200 : 401, id };
}
