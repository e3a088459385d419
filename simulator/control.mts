import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseFault } from './faults.mts';
import { addOrders, orderSteps, orderViews } from './orderHandle.mts';
import { addReturns, returnSteps, returnViews } from './returnHandle.mts';
import { addQuotes, quoteViews } from './quoteHandle.mts';
import { quirksOf } from './options.mts';
import { parseQuirks } from './quirks.mts';
import type { Services } from './server.mts';
import { registerWebhookControl } from './webhooks/control.mts';

/**
 * Adds `/_control/…`: what a test in another process, or a person with curl, does to the simulator.
 * Bodies and answers are JSON. Only connections from this machine are served, whatever address the
 * simulator listens on.
 *
 * - `GET /_control/status`
 * - `POST /_control/faults` (a fault), `GET`, `DELETE`
 * - `GET /_control/requests` (optional `?endpoint=`), `DELETE`
 * - `POST /_control/revoke-tokens`, `POST /_control/rate-limit/reset`
 * - `PUT /_control/quirks` (quirks that are left out go back to their default)
 * - `POST /_control/clock` (`{"advanceSeconds": 60}`)
 * - `GET /_control/orders`, `POST /_control/orders` (`{"count": 100}`: finished orders)
 * - `POST /_control/orders/{orderNumber}/{step}`, with a step of `OrderSteps`
 * - `/_control/webhooks…`, see `registerWebhookControl`
 * - `GET /_control/returns`, `POST /_control/returns` (`{"count": 100}`: open returns)
 * - `POST /_control/returns/{caseRequestNumber}/{step}`, with a step of `ReturnSteps`
 * - `GET /_control/quotes`, `POST /_control/quotes` (`{"count": 100}`: quotes that are ready to order)
 */
export function registerControl(app: FastifyInstance, services: Services): void {
	const { world, authority, rateLimit, faults, log } = services;

	app.register(
		async (control) => {
			control.addHook('onRequest', async (request, reply) => {
				if (!isLoopback(request.socket.remoteAddress)) {
					await reply.code(403).send({ message: 'Control is open to this machine only' });
				}
			});

			control.get('/status', async () => ({
				products: world.catalog.products.length,
				orders: world.orders.all.length,
				quotes: world.quotes.all.length,
				clients: world.options.clients.map(({ clientId, customers, approved }) => ({
					clientId,
					customers,
					approved,
				})),
				callsPerWindow: world.options.callsPerWindow,
				windowSeconds: world.options.windowSeconds,
				now: new Date(world.clock.now()).toISOString(),
				tokensIssued: authority.issued,
				requests: log.requests.length,
				faults: faults.list(),
				quirks: world.quirks,
			}));

			registerWebhookControl(control, world, services.webhooks);

			control.get('/faults', async () => faults.list());
			control.post('/faults', async (request, reply) =>
				withInput(request, reply, (input) => ({ id: faults.add(parseFault(input)) })),
			);
			control.delete('/faults', async (_request, reply) => {
				faults.clear();
				return reply.code(204).send();
			});

			control.get<{ Querystring: { endpoint?: string } }>('/requests', async ({ query }) =>
				query.endpoint === undefined ? log.requests : log.to(query.endpoint),
			);
			control.delete('/requests', async (_request, reply) => {
				log.clear();
				return reply.code(204).send();
			});

			control.post('/revoke-tokens', async (_request, reply) => {
				authority.revokeAll();
				return reply.code(204).send();
			});
			control.post('/rate-limit/reset', async (_request, reply) => {
				rateLimit.reset();
				return reply.code(204).send();
			});
			control.put('/quirks', async (request, reply) =>
				withInput(request, reply, (input) =>
					Object.assign(world.quirks, quirksOf(world.options.country), parseQuirks(input)),
				),
			);
			control.get('/orders', async () => orderViews(world));
			control.post('/orders', async (request, reply) =>
				withInput(request, reply, (input) => ({ orderNumbers: addOrders(world, countIn(input)) })),
			);
			control.get('/quotes', async () => quoteViews(world));
			control.post('/quotes', async (request, reply) =>
				withInput(request, reply, (input) => ({ quoteNumbers: addQuotes(world, countIn(input)) })),
			);
			control.get('/returns', async () => returnViews(world));
			control.post('/returns', async (request, reply) =>
				withInput(request, reply, (input) => ({
					caseRequestNumbers: addReturns(world, countIn(input)),
				})),
			);
			addSteps(control, '/orders', orderSteps(world));
			addSteps(control, '/returns', returnSteps(world));
			control.post('/clock', async (request, reply) =>
				withInput(request, reply, (input) => {
					const seconds = (input as { advanceSeconds?: unknown } | undefined)?.advanceSeconds;
					if (typeof seconds !== 'number' || !(seconds >= 0)) {
						throw new TypeError('advanceSeconds must be a number, 0 or more');
					}
					world.clock.advance(seconds * 1000);
					return { now: new Date(world.clock.now()).toISOString() };
				}),
			);
		},
		{ prefix: '/_control' },
	);
}

/** How many are wanted. */
function countIn(input: unknown): number {
	const count = (input as { count?: unknown } | undefined)?.count;
	if (typeof count !== 'number' || !(count >= 1 && count <= 100_000)) {
		throw new TypeError('count must be a number from 1 to 100000');
	}
	return Math.floor(count);
}

/** Adds `POST path/{number}/{step}` for each step; a number that does not exist is answered with 404. */
function addSteps<Step extends string>(
	control: FastifyInstance,
	path: string,
	steps: Record<Step, (number: string) => void>,
): void {
	for (const step of Object.keys(steps) as Step[]) {
		control.post<{ Params: { number: string } }>(
			`${path}/:number/${step}`,
			async ({ params }, reply) => {
				try {
					steps[step](params.number);
				} catch (error) {
					if (!(error instanceof RangeError)) throw error;
					return reply.code(404).send({ message: error.message });
				}
				return reply.code(204).send();
			},
		);
	}
}

/** Runs an action on the JSON body; what the action cannot take is answered with 400. */
async function withInput(
	request: FastifyRequest,
	reply: FastifyReply,
	act: (input: unknown) => object,
): Promise<object> {
	try {
		return act(JSON.parse(typeof request.body === 'string' ? request.body : ''));
	} catch (error) {
		if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
		return reply.code(400).send({ message: error.message });
	}
}

function isLoopback(address: string | undefined): boolean {
	return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
