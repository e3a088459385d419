import { randomBytes } from 'node:crypto';

import { sign } from '../../../nodes/shared/xi/signature.ts';
import { useBench } from '../support.mts';
import { deliver, EVERYTHING, itemsIn, KEY, post, shipped, useTrigger } from './support.mts';
import type { WebhookHost } from '../webhooks.mts';

const bench = useBench();
const trigger = useTrigger(bench);

const VECTOR = {
	eventId: 'EVT0TESTVECTOR0001',
	signature:
		'Kxzjk7ySJcpgeMvi93Znl/+0mEm7vNJuRbMc66826eAqKkqTDrZ8RqUf1cafRuS+VwsJwVALhHqBwTtENLUs3g==',
};

describe('a signed delivery', () => {
	it('starts the workflow, and the answer does not wait for it', async () => {
		const host = await trigger.publish();
		const answer = await deliver(host.productionUrl, shipped(VECTOR.eventId), VECTOR.signature);
		expect(answer).toEqual({ status: 200, body: { message: 'Workflow was started' } });
		expect(host.executions).toHaveLength(1);
		const run = await host.executions[0].run;
		expect(run.data.resultData.error).toBeUndefined();
		expect(run.data.resultData.runData.Trigger[0].data?.main[0]?.[0].json).toMatchObject({
			event: 'orderShipped',
			eventType: 'order_shipped',
			eventId: VECTOR.eventId,
			ingramOrderNumber: '20-RD128',
		});
	});

	it('may be signed with any of several keys', async () => {
		const host = await trigger.publish();
		expect((await deliver(host.productionUrl, shipped('A'), sign(KEY, 'A'))).status).toBe(200);
	});
});

describe('keys that are changed while the workflow is published', () => {
	afterEach(() => jest.restoreAllMocks());

	const statusOf = async (host: WebhookHost, eventId: string, key: string) =>
		(await deliver(host.productionUrl, shipped(eventId), sign(key, eventId))).status;

	it('count at once where they are new, and for half a minute where they are gone', async () => {
		const host = await trigger.host();
		const credential = await bench.engine.addCredential(bench.xi.url, { webhookSecretKeys: 'old' });
		host.useCredential(credential);
		const store = async (webhookSecretKeys: string) =>
			await bench.engine.credentials.updateCredentials(credential, credential.type, {
				webhookSecretKeys,
			});
		expect(await statusOf(host, 'A', 'old')).toBe(200);
		await store('new');
		expect(await statusOf(host, 'B', 'old')).toBe(200);
		expect(await statusOf(host, 'C', 'new')).toBe(200);
		// To read the new one, the trigger forgot the old one.
		expect(await statusOf(host, 'D', 'old')).toBe(401);

		await store('newer');
		const earlier = Date.now() - 3_600_000;
		jest.spyOn(Date, 'now').mockImplementation(() => earlier);
		expect(await statusOf(host, 'E', 'new')).toBe(401);
		await store('newest');
		const later = Date.now() + 31_000;
		jest.spyOn(Date, 'now').mockImplementation(() => later);
		expect(await statusOf(host, 'E', 'newer')).toBe(401);
		expect(itemsIn(host).map(({ eventId }) => eventId)).toEqual(['A', 'B', 'C']);
	});

	it('of another credential count as soon as the node has it', async () => {
		const host = await trigger.host();
		const [one, other] = await Promise.all(
			['one', 'other'].map(
				async (webhookSecretKeys) =>
					await bench.engine.addCredential(bench.xi.url, { webhookSecretKeys }),
			),
		);
		host.useCredential(one);
		expect(await statusOf(host, 'A', 'one')).toBe(200);
		host.useCredential(other);
		expect(await statusOf(host, 'B', 'one')).toBe(401);
		expect(await statusOf(host, 'B', 'other')).toBe(200);
	});

	it('do not let in what is signed with none of them, however often it comes', async () => {
		const host = await trigger.publish();
		expect(await statusOf(host, 'A', KEY)).toBe(200);
		for (let time = 0; time < 3; time += 1) {
			expect(await statusOf(host, `B${time}`, 'another')).toBe(401);
		}
	});
});

describe('a delivery that is not genuine', () => {
	it.each([
		['has no signature', undefined],
		['has an empty signature', ''],
		['is signed with another key', sign('another', 'A')],
		['is signed for another event', sign(KEY, 'B')],
		['has its signature in another form', `sha512=${sign(KEY, 'A')}`],
	])('is refused when it %s', async (_, signature) => {
		const host = await trigger.publish();
		const headers: Record<string, string> =
			signature === undefined ? {} : { 'x-hub-signature': signature };
		const answer = await post(host.productionUrl, JSON.stringify(shipped('A')), headers);
		expect(answer).toEqual({
			status: 401,
			body: {
				message: expect.stringMatching(
					/^The signature does not verify: .* the sandbox and of production have keys of their own$/,
				),
			},
		});
		expect(host.executions).toEqual([]);
		expect(host.saves).toBe(0);
	});

	it('is refused 1,000 times out of 1,000 over HTTP', async () => {
		const host = await trigger.publish();
		const statuses = new Map<number, number>();
		for (let round = 0; round < 50; round += 1) {
			const answers = await Promise.all(
				Array.from({ length: 20 }, () =>
					deliver(host.productionUrl, shipped('A'), randomBytes(64).toString('base64')),
				),
			);
			for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
		}
		expect([...statuses]).toEqual([[401, 1000]]);
		expect(host.executions).toEqual([]);
	});

	it('is refused as a whole when a second event comes along with a signed one', async () => {
		const host = await trigger.publish();
		const answer = await deliver(host.productionUrl, [shipped('A'), shipped('B')]);
		expect(answer.status).toBe(401);
		expect(host.executions).toEqual([]);
	});

	it('is let in when a person switched verification off', async () => {
		const host = await trigger.publish({ verifySignature: false });
		const answer = await post(host.productionUrl, JSON.stringify([shipped('A'), shipped('B')]));
		expect(answer.status).toBe(200);
		expect(itemsIn(host).map(({ eventId }) => eventId)).toEqual(['A', 'B']);
	});
});

describe('without a key in the credential', () => {
	const keyless = useTrigger(bench, ' , ');

	it('neither publishing nor listening works, with a sentence that says why', async () => {
		const host = await keyless.host();
		await expect(host.publish()).rejects.toThrow('The credential holds no webhook secret key');
		await expect(host.listen()).rejects.toThrow('The credential holds no webhook secret key');
	});

	it('what still arrives is refused', async () => {
		const host = await keyless.host();
		expect((await deliver(host.productionUrl, shipped('A'))).status).toBe(401);
		expect(host.executions).toEqual([]);
	});

	it('a person may listen with verification off', async () => {
		const host = await keyless.host({ verifySignature: false });
		await host.listen();
		expect((await deliver(host.testUrl, shipped('A'))).status).toBe(200);
		expect(host.executions).toHaveLength(1);
	});
});

describe('the test URL', () => {
	it('starts a run while the editor listens, for the same event again and again', async () => {
		const host = await trigger.host();
		expect((await deliver(host.testUrl, shipped('A'))).status).toBe(404);
		for (let time = 1; time <= 3; time += 1) {
			await host.listen();
			expect((await deliver(host.testUrl, shipped('A'))).status).toBe(200);
			expect(host.executions).toHaveLength(time);
		}
		expect(host.executions.every(({ mode }) => mode === 'manual')).toBe(true);
		expect(host.stored).toBe('{}');
		await host.publish();
		await deliver(host.productionUrl, shipped('A'));
		expect(host.executions.map(({ mode }) => mode)).toEqual([
			'manual',
			'manual',
			'manual',
			'webhook',
		]);
	});

	it('goes on listening after a forgery', async () => {
		const host = await trigger.host();
		await host.listen();
		expect((await deliver(host.testUrl, shipped('A'), 'forged')).status).toBe(401);
		expect((await deliver(host.testUrl, shipped('A'))).status).toBe(200);
		expect(host.executions).toHaveLength(1);
	});
});

describe('Trigger On', () => {
	it('acknowledges and drops what was not chosen', async () => {
		const others = EVERYTHING.filter((event) => event !== 'orderShipped');
		const host = await trigger.publish({ triggerOn: others });
		const answer = await deliver(host.productionUrl, shipped('A'));
		expect(answer).toEqual({ status: 200, body: { message: 'Webhook call received' } });
		expect(host.executions).toEqual([]);
		expect(host.saves).toBe(0);
	});
});

describe('a body that is no event', () => {
	it.each([
		['"text"', 400],
		['5', 400],
		['[]', 400],
		['[5]', 400],
		['{}', 400],
		['null', 400],
		['', 400],
		['{"eventId":""}', 400],
		['{"eventId":true}', 400],
		['{"eventId":[7]}', 400],
		['{"eventId":{"toString":"A"}}', 400],
		['{"topic":', 422],
	])('%s is answered with %i', async (body, status) => {
		const host = await trigger.publish();
		const answer = await post(host.productionUrl, body, { 'x-hub-signature': sign(KEY, 'A') });
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ message: expect.any(String) });
		expect(host.executions).toEqual([]);
	});

	it('one that is too large is answered with 413', async () => {
		const host = await trigger.publish();
		const body = JSON.stringify({ eventId: 'x'.repeat(17 * 1024 * 1024) });
		expect((await post(host.productionUrl, body)).status).toBe(413);
	});

	it('one of another type than JSON is answered with 400', async () => {
		const host = await trigger.publish();
		for (const type of ['text/plain', 'application/octet-stream', 'text/html']) {
			const body = JSON.stringify(shipped('A'));
			const headers = { 'Content-Type': type, 'x-hub-signature': sign(KEY, 'A') };
			expect((await post(host.productionUrl, body, headers)).status).toBe(400);
		}
	});
});
