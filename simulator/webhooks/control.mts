import { Ajv } from 'ajv';
import type { FastifyInstance } from 'fastify';
import type { XStatic } from 'typebox/schema';
import { customerOf } from '../orderHandle.mts';
import type { World } from '../state/world.mts';
import { parseHook } from './hooks.mts';
import type { Webhooks } from './index.mts';
import { forgeries } from './mischief.mts';

const ajv = new Ajv({ allErrors: true });

const id = { type: 'integer' } as const;
const customerNumber = { type: 'string' } as const;
const named = { type: 'object' } as const;

/** Checks a body, and says what is wrong with a TypeError. */
function reader<const Schema extends object>(schema: Schema): (input: unknown) => XStatic<Schema> {
	const validate = ajv.compile<XStatic<Schema>>(schema);
	return (input) => {
		if (validate(input)) return input;
		const problems = (validate.errors ?? []).map(
			({ instancePath, message = '' }) => `${instancePath || 'body'} ${message}`,
		);
		throw new TypeError(problems.join('; '));
	};
}

const readStock = reader({
	type: 'object',
	additionalProperties: false,
	required: [],
	properties: {
		skus: { type: 'array', items: { type: 'string' } },
		count: { type: 'integer', minimum: 1 },
		customerNumber,
	},
});
const readQuote = reader({
	type: 'object',
	additionalProperties: false,
	required: ['quote'],
	properties: {
		quote: named,
		failure: {
			type: 'object',
			additionalProperties: false,
			required: ['message', 'reason'],
			properties: { message: { type: 'string' }, reason: { type: 'string' } },
		},
		customerNumber,
	},
});
const readForgery = reader({
	type: 'object',
	additionalProperties: false,
	required: ['hookId'],
	properties: { hookId: id, what: { enum: forgeries }, deliveryId: id },
});
const readReplay = reader({
	type: 'object',
	additionalProperties: false,
	required: ['deliveryId'],
	properties: { deliveryId: id, changes: named },
});
const readRelease = reader({
	type: 'object',
	additionalProperties: false,
	required: [],
	properties: { order: { enum: ['given', 'reverse', 'shuffle'] } },
});
const readFlood = reader({
	type: 'object',
	additionalProperties: false,
	required: ['hookId', 'events'],
	properties: {
		hookId: id,
		events: { type: 'integer', minimum: 1, maximum: 100_000 },
		copies: { type: 'integer', minimum: 1, maximum: 100 },
		concurrency: { type: 'integer', minimum: 1, maximum: 1000 },
	},
});

/**
 * What control endpoints do about webhooks. Each takes the JSON body and gives what is answered.
 *
 * - `POST …/webhooks` (a hook: `url`, `secret`, `events`, `clientId`), `GET`, `DELETE …/webhooks/{id}`
 * - `GET …/webhooks/deliveries` (optional `?hookId=`), `DELETE`
 * - `POST …/webhooks/stock-update` (`{"count": 4000}` or `{"skus": ["123512"]}`)
 * - `POST …/webhooks/quote-event` (`{"quote": {"quoteNumber": "QUO-1"}}`, for a failure `failure`)
 * - `POST …/webhooks/forge` (`{"hookId": 1, "what": "signature"}`)
 * - `POST …/webhooks/replay` (`{"deliveryId": 1, "changes": {"topic": "other"}}`)
 * - `POST …/webhooks/hold`, `POST …/webhooks/release` (`{"order": "reverse"}`)
 * - `POST …/webhooks/flood` (`{"hookId": 1, "events": 50, "copies": 4, "concurrency": 200}`)
 */
export function registerWebhookControl(
	control: FastifyInstance,
	world: World,
	webhooks: Webhooks,
): void {
	const actions: Record<string, (input: unknown) => object | Promise<object>> = {
		'': (input) => webhooks.add(parseHook(input)),
		'/stock-update': (input) => webhooks.sendStockUpdate(readStock(input)),
		'/quote-event': (input) => {
			const { customerNumber: number, quote, failure } = readQuote(input);
			return webhooks.sendQuoteEvent({
				customer: customerOf(world, number),
				quote: { ...quote },
				...(failure ? { failure } : {}),
			});
		},
		'/forge': async (input) => {
			const { hookId, what = 'signature', deliveryId } = readForgery(input);
			return await webhooks.forge(hookId, what, deliveryId);
		},
		'/replay': async (input) => {
			const { deliveryId, changes } = readReplay(input);
			return await webhooks.replay(deliveryId, { ...changes });
		},
		'/hold': () => {
			webhooks.hold();
			return { held: 'from now on' };
		},
		'/release': (input) => webhooks.release(readRelease(input).order),
		'/flood': async (input) => {
			const { hookId, ...flood } = readFlood(input);
			return await webhooks.flood(hookId, flood);
		},
	};
	for (const [path, act] of Object.entries(actions)) {
		control.post(`/webhooks${path}`, async ({ body }, reply) => {
			try {
				return await act(typeof body === 'string' && body !== '' ? JSON.parse(body) : {});
			} catch (error) {
				if (error instanceof TypeError || error instanceof SyntaxError) {
					return await reply.code(400).send({ message: error.message });
				}
				if (!(error instanceof RangeError)) throw error;
				return await reply.code(404).send({ message: error.message });
			}
		});
	}

	control.get('/webhooks', async () => webhooks.hooks);
	control.delete<{ Params: { id: string } }>('/webhooks/:id', async ({ params }, reply) =>
		reply.code(webhooks.remove(Number(params.id)) ? 204 : 404).send(),
	);
	control.get<{ Querystring: { hookId?: string } }>('/webhooks/deliveries', async ({ query }) =>
		query.hookId === undefined
			? webhooks.deliveries
			: webhooks.deliveries.filter(({ hookId }) => String(hookId) === query.hookId),
	);
	control.delete('/webhooks/deliveries', async (_request, reply) => {
		webhooks.clearDeliveries();
		return reply.code(204).send();
	});
}
