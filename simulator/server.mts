import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { tokenEndpoints, type Authority } from './auth.mts';
import { registerControl } from './control.mts';
import { sendCut } from './cutAnswer.mts';
import { badRequest, Refusal, unknownAddress, type Answer } from './errors.mts';
import { answerAfter, faultAnswer, type Fault, type Faults } from './faults.mts';
import { echoedHeaders } from './headers.mts';
import type { Fixtures } from './fixtures.mts';
import type { Operation } from './operation.mts';
import { refuseExceeded, type RateLimit } from './rateLimit.mts';
import type { RecordedRequest, RequestLog } from './requestLog.mts';
import { operations } from './routes/index.mts';
import type { World } from './state/world.mts';
import type { Webhooks } from './webhooks/index.mts';

/** The parts that requests pass through. */
export interface Services {
	world: World;
	authority: Authority;
	rateLimit: RateLimit;
	faults: Faults;
	log: RequestLog;
	webhooks: Webhooks;
	/** Recorded answers, which win over the simulator's own. */
	fixtures?: Fixtures;
}

declare module 'fastify' {
	interface FastifyContextConfig {
		endpoint?: string;
		sandbox?: boolean;
	}
	interface FastifyRequest {
		/** The log's record; null for control calls. */
		recorded: RecordedRequest | null;
	}
}

/** What a call's own part of the pipeline sees: an answer, and the headers collected on the way. */
type Handling = (
	request: FastifyRequest,
	headers: Record<string, string>,
) => Answer | Promise<Answer>;

/**
 * Builds the HTTP server. A call passes, in this order: log, faults at arrival, token, rate limit,
 * faults instead of the handling, checks of headers, query and body, handler.
 */
export function buildServer(services: Services): FastifyInstance {
	const { world, authority, log } = services;
	const app = fastify({
		// Sockets that hang on purpose would keep close() waiting for ever.
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 500 },
	});

	// Bodies stay text until they are checked, so that the log has them as they came.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	app.decorateRequest('recorded', null);
	app.addHook('onRequest', async (request) => {
		if (pathOf(request).startsWith('/_control')) return;
		request.recorded = recordOf(request, world.clock.now());
		log.add(request.recorded);
	});
	app.addHook('preHandler', async ({ recorded, body }) => {
		if (!recorded || typeof body !== 'string') return;
		recorded.rawBody = body;
		recorded.body = parseOrUndefined(body);
	});
	app.addHook('onSend', async ({ recorded }, reply) => {
		if (recorded) recorded.status = reply.statusCode;
	});
	app.setNotFoundHandler((request, reply) =>
		send(reply, unknownAddress(request.method, pathOf(request))),
	);
	app.setErrorHandler((error, _request, reply) => {
		const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
		const message = error instanceof Error ? error.message : String(error);
		// A 500 from here is a mistake in the simulator, so it must not look like XI's.
		return send(
			reply,
			status < 500
				? { ...badRequest('id', [{ field: 'request', message }]), status }
				: { status, body: { message: `Simulator error: ${message}` } },
		);
	});

	for (const endpoint of tokenEndpoints) {
		app.route({
			method: ['GET', 'POST', 'PUT', 'DELETE'],
			url: endpoint,
			config: { endpoint },
			handler: exchange(services, (request) => {
				const instead = strike(services, request);
				if (instead) return instead;
				return authority.issue({
					method: request.method,
					query: queryOf(request),
					authorization: request.headers.authorization,
					contentType: request.headers['content-type'],
					rawBody: textOf(request.body),
				});
			}),
		});
	}
	for (const sandbox of [false, true]) {
		for (const operation of operations) {
			app.route({
				method: operation.method,
				url: (sandbox ? '/sandbox' : '') + operation.endpoint.replaceAll(/\{(\w+)\}/g, ':$1'),
				config: { endpoint: operation.endpoint, sandbox },
				handler: exchange(services, handlingOf(services, operation, sandbox)),
			});
		}
	}
	registerControl(app, services);
	return app;
}

/** The part of the pipeline that only API calls have. */
function handlingOf(services: Services, operation: Operation, sandbox: boolean): Handling {
	const { authority, rateLimit, world } = services;
	return (request, headers) => {
		Object.assign(headers, echoedHeaders(request.headers));
		const client = authority.identify(request.headers.authorization);
		const rate = rateLimit.count(client.clientId, `${operation.method} ${operation.endpoint}`);
		Object.assign(headers, rate.headers);
		refuseExceeded(rate);

		const instead = strike(services, request);
		if (instead) return instead;
		const recorded = replay(services, operation, request);
		if (recorded) return recorded;
		return operation.run(
			{
				headers: request.headers,
				query: queryOf(request),
				params: paramsOf(request),
				rawBody: textOf(request.body),
				client,
				sandbox,
			},
			world,
		);
	};
}

/** The answer that was recorded for a call, if one was. */
function replay(
	{ fixtures }: Services,
	{ method, endpoint }: Operation,
	request: FastifyRequest,
): Answer | undefined {
	const sent = parseOrUndefined(textOf(request.body));
	const found = fixtures?.find({
		method,
		endpoint,
		pathValues: paramsOf(request),
		query: queryOf(request),
		...(sent === undefined ? {} : { sent }),
	});
	if (!found) return undefined;
	const { status, answer } = found;
	// Only a page of a server in between is a text.
	return typeof answer === 'string'
		? { status, text: { contentType: 'text/html', content: answer } }
		: { status, body: answer };
}

/** Faults that wait until the call is handled. */
const afterwards = new WeakMap<FastifyRequest, Fault>();

/** The second chance for faults: one may answer instead of the call, or decide how it ends. */
function strike({ faults }: Services, request: FastifyRequest): Answer | undefined {
	const { recorded } = request;
	const fault = recorded && faults.take('handling', recorded);
	if (!fault) return undefined;
	noteFault(recorded, fault.kind);
	if (fault.kind.startsWith('commitThen')) afterwards.set(request, fault);
	return faultAnswer(fault);
}

/** The part of the pipeline that token calls and API calls share. */
function exchange(services: Services, handle: Handling) {
	const { world, authority, faults } = services;
	return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
		const { recorded } = request;
		await world.clock.wait(world.options.latencyMs);

		const fault = recorded && faults.take('arrival', recorded);
		if (fault) noteFault(recorded, fault.kind);
		if (fault?.kind === 'delay') await world.clock.wait(fault.ms);
		if (fault?.kind === 'revokeToken') authority.revokeAll();
		if (fault?.kind === 'reset' || fault?.kind === 'hang') {
			return abandon(request, reply, fault.kind);
		}

		const headers: Record<string, string> = {};
		const answer = await answerOf(async () => await handle(request, headers));
		const late = afterwards.get(request);
		if (late?.kind === 'commitThenReset') return abandon(request, reply, 'reset');
		if (late?.kind === 'commitThenHang') return abandon(request, reply, 'hang');
		if (late?.kind === 'commitThenCut') {
			reply.hijack();
			sendCut(reply.raw, answer, headers, late.cut);
			return reply;
		}
		return send(reply.headers(headers), late ? answerAfter(late, answer) : answer);
	};
}

async function answerOf(handle: () => Promise<Answer>): Promise<Answer> {
	try {
		return await handle();
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		throw error;
	}
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
	reply.code(answer.status).headers(answer.headers ?? {});
	if (answer.text) return reply.type(answer.text.contentType).send(answer.text.content);
	if (answer.body === undefined) return reply.send();
	return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}

function abandon(
	request: FastifyRequest,
	reply: FastifyReply,
	how: 'reset' | 'hang',
): FastifyReply {
	reply.hijack();
	if (how === 'reset') request.raw.socket.resetAndDestroy();
	return reply;
}

function noteFault(recorded: RecordedRequest, kind: string): void {
	recorded.fault = recorded.fault === undefined ? kind : `${recorded.fault}+${kind}`;
}

function recordOf(request: FastifyRequest, receivedAt: number): RecordedRequest {
	const path = pathOf(request);
	const { endpoint } = request.routeOptions.config;
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return {
		method: request.method,
		path,
		endpoint: endpoint ?? path.replace(/^\/sandbox(?=\/)/, ''),
		sandbox: path.startsWith('/sandbox/'),
		query: queryOf(request),
		headers,
		body: undefined,
		rawBody: '',
		status: undefined,
		receivedAt,
	};
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?', 1)[0] ?? '';
}

function queryOf(request: FastifyRequest): [string, string][] {
	const start = request.url.indexOf('?');
	return start < 0 ? [] : [...new URLSearchParams(request.url.slice(start))];
}

function paramsOf({ params }: FastifyRequest): Record<string, string> {
	const found: Record<string, string> = {};
	if (typeof params !== 'object' || params === null) return found;
	for (const [name, value] of Object.entries(params)) found[name] = String(value);
	return found;
}

function textOf(body: unknown): string {
	return typeof body === 'string' ? body : '';
}

function parseOrUndefined(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
