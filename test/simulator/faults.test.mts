import { execFile } from 'node:child_process';
import type { AxiosInstance } from 'axios';
import { startSimulator, type Fault, type Simulator } from '../../simulator/index.mts';
import { connect, fetchToken, http, prices, pricesEndpoint, searchEndpoint } from './support.mts';

let simulator: Simulator;
let client: AxiosInstance;
beforeEach(async () => {
	simulator = await startSimulator({ products: 50, callsPerWindow: 10 });
	client = await connect(simulator);
	simulator.clearRequests();
});
afterEach(async () => await simulator.close());

const search = async (timeout = 5000, signal?: AbortSignal) =>
	await client.get(searchEndpoint, { timeout, signal });

describe('a fault of kind', () => {
	it('status answers as told, once', async () => {
		simulator.faults.add({
			kind: 'status',
			status: 503,
			body: { message: 'later' },
			headers: { 'Retry-After': '1' },
		});
		const answer = await search();
		expect(answer.status).toBe(503);
		expect(answer.data).toEqual({ message: 'later' });
		expect(answer.headers).toMatchObject({ 'retry-after': '1', 'x-ratelimit-remaining': '9' });
		expect((await search()).status).toBe(200);
		expect(simulator.requests.map(({ fault, status }) => [fault, status])).toEqual([
			['status', 503],
			[undefined, 200],
		]);
	});

	it.each([
		['<h1>502</h1>', 'text/html; charset=utf-8'],
		['upstream error', 'text/plain; charset=utf-8'],
		['', undefined],
	])('status answers with the text "%s" as it is', async (text, type) => {
		simulator.faults.add({ kind: 'status', status: 502, text });
		const answer = await search();
		expect([answer.status, answer.data]).toEqual([502, text]);
		expect(answer.headers['content-type']).toBe(type);
	});

	it('maintenance answers 500 in XI’s form', async () => {
		simulator.faults.add({ kind: 'maintenance' });
		const answer = await search();
		expect(answer.status).toBe(500);
		expect(answer.data.errors[0].type).toBe('/errors/system-errors');
	});

	it('delay answers late', async () => {
		simulator.faults.add({ kind: 'delay', ms: 100 });
		const begun = Date.now();
		expect((await search()).status).toBe(200);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(95);
	});

	it('hang never answers', async () => {
		simulator.faults.add({ kind: 'hang' });
		await expect(search(150)).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(simulator.requests[0]).toMatchObject({ fault: 'hang', status: undefined });
	});

	it('reset breaks the connection, without counting', async () => {
		simulator.faults.add({ kind: 'reset' });
		await expect(search()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect((await search()).headers['x-ratelimit-remaining']).toBe('9');
	});

	it('commitThenReset breaks the connection, after counting and handling', async () => {
		simulator.faults.add({ kind: 'commitThenReset' });
		await expect(search()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect((await search()).headers['x-ratelimit-remaining']).toBe('8');
	});

	it('commitThenHang never answers', async () => {
		simulator.faults.add({ kind: 'commitThenHang' });
		await expect(search(150)).rejects.toMatchObject({ code: 'ECONNABORTED' });
	});

	it.each([
		['drip', 'ECONNABORTED'],
		['headers', 'ERR_BAD_RESPONSE'],
		['breakAfterHeaders', 'ERR_BAD_RESPONSE'],
		['short', 'ERR_BAD_RESPONSE'],
		['chunks', 'ERR_BAD_RESPONSE'],
	] as const)('commitThenCut with %s does not bring the answer to its end', async (cut, code) => {
		simulator.faults.add({ kind: 'commitThenCut', cut });
		const silence = AbortSignal.timeout(400);
		const cutOff = search(200, silence).catch((error: unknown) => error);
		expect(await cutOff).toMatchObject({ code: silence.aborted ? 'ERR_CANCELED' : code });
		expect(silence.aborted).toBe(cut === 'drip');
	});

	it.each(['gzip', 'gzipHead'] as const)(
		'commitThenCut with %s passes a part off as the whole',
		async (cut) => {
			simulator.faults.add({ kind: 'commitThenCut', cut });
			const { status, data } = await search();
			expect(status).toBe(200);
			expect(() => JSON.parse(data)).toThrow(SyntaxError);
			if (cut === 'gzipHead') expect(data).toBe('');
		},
	);

	it('malformed, html and empty answer 200 with what is no JSON', async () => {
		simulator.faults.add({ kind: 'malformed' });
		simulator.faults.add({ kind: 'html' });
		simulator.faults.add({ kind: 'empty' });
		const malformed = await search();
		expect(malformed.status).toBe(200);
		expect(malformed.headers['content-type']).toContain('application/json');
		expect(() => JSON.parse(malformed.data)).toThrow(SyntaxError);
		const html = await search();
		expect(html.status).toBe(200);
		expect(html.data).toContain('<!doctype html>');
		const empty = await search();
		expect(empty.status).toBe(200);
		expect(empty.data).toBe('');
	});

	it('revokeToken makes the call and those after it 401', async () => {
		simulator.faults.add({ kind: 'revokeToken' });
		expect((await search()).status).toBe(401);
		expect((await search()).status).toBe(401);
		client.defaults.headers.Authorization = `Bearer ${await fetchToken(simulator)}`;
		expect((await search()).status).toBe(200);
	});

	it('tooMany answers 429 with nothing remaining', async () => {
		simulator.faults.add({ kind: 'tooMany' });
		const answer = await search();
		expect(answer.status).toBe(429);
		expect(answer.headers['x-ratelimit-remaining']).toBe('0');
		expect(answer.headers['x-ratelimit-reset']).toMatch(/^\d{10}$/);
	});
});

describe('a fault', () => {
	it('strikes where, when and as often as told', async () => {
		const fault: Fault = {
			kind: 'maintenance',
			times: 2,
			match: { method: 'get', endpoint: searchEndpoint, after: 1 },
		};
		simulator.faults.add(fault);
		expect((await prices(client, { products: [{ upc: '1' }] })).status).toBe(207);
		const statuses: number[] = [];
		for (let i = 0; i < 4; i++) statuses.push((await search()).status);
		expect(statuses).toEqual([200, 500, 500, 200]);
	});

	it('strikes by chance, for ever, until cleared', async () => {
		simulator.faults.add({ kind: 'empty', probability: 0.5, times: Infinity });
		const before = new Set<unknown>();
		for (let i = 0; i < 10; i++) before.add((await search()).data === '');
		expect(before).toEqual(new Set([true, false]));
		simulator.resetRateLimit();
		simulator.faults.clear();
		for (let i = 0; i < 5; i++) expect((await search()).data).not.toBe('');
	});

	it('may strike together with a delay, and the token call too', async () => {
		simulator.faults.add({ kind: 'delay', ms: 1 });
		simulator.faults.add({ kind: 'maintenance' });
		expect((await search()).status).toBe(500);
		expect(simulator.requests[0]?.fault).toBe('delay+maintenance');
		simulator.faults.add({
			kind: 'status',
			status: 500,
			match: { endpoint: '/oauth/oauth20/token' },
		});
		expect(await fetchToken(simulator)).toBe('undefined');
	});

	it('is not used up by a call that gets 401 or 429', async () => {
		simulator.faults.add({ kind: 'maintenance' });
		expect((await http.get(simulator.url + searchEndpoint)).status).toBe(401);
		expect((await search()).status).toBe(500);
	});
});

describe('control over HTTP', () => {
	const control = async (method: string, path: string, data?: unknown) =>
		await http.request({ method, url: `${simulator.url}/_control${path}`, data });

	it('adds, lists and clears faults', async () => {
		const added = await control('POST', '/faults', { kind: 'maintenance', times: 'forever' });
		expect(added.data).toEqual({ id: 1 });
		expect((await search()).status).toBe(500);
		expect((await control('GET', '/faults')).data).toHaveLength(1);
		expect((await control('DELETE', '/faults')).status).toBe(204);
		expect((await search()).status).toBe(200);
	});

	it('refuses faults and quirks that do not exist', async () => {
		for (const fault of [{ kind: 'flood' }, { kind: 'status' }, { kind: 'delay' }, { status: 1 }]) {
			expect((await control('POST', '/faults', fault)).status).toBe(400);
		}
		const answer = await control('PUT', '/quirks', { shortPage: true });
		expect(answer.status).toBe(400);
		expect(answer.data.message).toContain('shortPage');
		await expect(startSimulator({ quirks: { recordsFound: 'x' as 'string' } })).rejects.toThrow(
			TypeError,
		);
		await expect(startSimulator({ windowSeconds: 0 })).rejects.toThrow(RangeError);
	});

	it('shows and empties the log, and keeps itself out of it', async () => {
		await search();
		await prices(client, { products: [{ upc: '1' }] });
		expect((await control('GET', '/requests')).data).toHaveLength(2);
		const some = await control('GET', `/requests?endpoint=${encodeURIComponent(pricesEndpoint)}`);
		expect(some.data).toHaveLength(1);
		await control('DELETE', '/requests');
		expect(simulator.requests).toHaveLength(0);
	});

	it('revokes tokens, sets quirks, moves time, resets the limit, tells the status', async () => {
		await control('PUT', '/quirks', { recordsFound: 'string' });
		expect((await search()).data.recordsFound).toBe('50');
		await control('PUT', '/quirks', {});
		expect((await search()).headers['x-ratelimit-remaining']).toBe('8');
		await control('POST', '/rate-limit/reset');
		expect((await search()).headers['x-ratelimit-remaining']).toBe('9');
		await control('POST', '/revoke-tokens');
		expect((await search()).status).toBe(401);
		const clock = await control('POST', '/clock', { advanceSeconds: 3600 });
		expect(Date.parse(clock.data.now)).toBeGreaterThan(Date.now() + 3_590_000);
		expect((await control('GET', '/status')).data).toMatchObject({ products: 50, tokensIssued: 1 });
		expect((await control('POST', '/clock', { advanceSeconds: -1 })).status).toBe(400);
	});
});

it('closes at once, with calls that hang and calls that wait', async () => {
	simulator.faults.add({ kind: 'hang' });
	simulator.faults.add({ kind: 'delay', ms: 60_000 });
	const calls = [search(), search()].map(async (call) => await call.catch(() => 'broken'));
	while (simulator.requests.filter(({ fault }) => fault).length < 2) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	const begun = Date.now();
	await simulator.close();
	expect(Date.now() - begun).toBeLessThan(1000);
	expect(await Promise.all(calls)).toContain('broken');
});

describe('the command line', () => {
	const script = 'simulator/cli.mts';

	it('prints help, and refuses what it does not know', async () => {
		const run = async (...args: string[]) =>
			await new Promise<{ code: unknown; out: string }>((resolve) => {
				execFile('node', ['--import', 'tsx', script, ...args], (error, stdout, stderr) =>
					resolve({ code: error?.code ?? 0, out: stdout + stderr }),
				);
			});
		expect(await run('--help')).toEqual({ code: 0, out: expect.stringContaining('--window') });
		expect(await run('--calls', 'many')).toEqual({
			code: 1,
			out: '--calls must be a number, not "many"\n',
		});
		expect((await run('--bogus')).code).toBe(1);
	}, 20_000);

	it('starts, tells what to enter, and stops on SIGTERM', async () => {
		const child = execFile('node', ['--import', 'tsx', script, '--port', '0', '--products', '50']);
		let out = '';
		child.stdout?.on('data', (text: string) => {
			out += text;
			if (out.includes('Ctrl+C')) child.kill('SIGTERM');
		});
		const code = await new Promise((resolve) => child.on('close', resolve));
		expect(code).toBe(0);
		expect(out).toMatch(/Custom Base URL +http:\/\/127\.0\.0\.1:\d+/);
		expect(out).toContain('simulator-secret');
	}, 20_000);
});
