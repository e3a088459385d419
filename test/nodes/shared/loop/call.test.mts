import { BadInput, UnexpectedAnswer } from '../../../../nodes/shared/errors.ts';
import { ask } from '../../../../nodes/shared/loop/call.ts';
import { XiFailure } from '../../../../nodes/shared/transport/failure.ts';
import type { XiRequest } from '../../../../nodes/shared/transport/request.ts';
import type { XiContext } from '../../../../nodes/shared/transport/send.ts';
import { SETTINGS as settings } from '../transport/settings.mts';

const post: XiRequest = { method: 'POST', path: '/orders' };
const context = {
	helpers: {
		httpRequestWithAuthentication: async () => ({ statusCode: 201, body: {}, headers: {} }),
	},
} as unknown as XiContext;

/** What comes of a call whose answer throws this while it is read. */
const thrownFor = async (error: unknown): Promise<unknown> =>
	await ask(context, post, settings, () => {
		throw error;
	}).catch((thrown: unknown) => thrown);

describe('an answer that cannot be read', () => {
	it.each<[string, unknown, string]>([
		['of another shape', new UnexpectedAnswer('order'), 'Ingram Micro’s answer holds no order'],
		[
			'that nobody foresaw',
			new TypeError('x.map is not a function'),
			'Ingram Micro’s answer holds no data that can be read (x.map is not a function)',
		],
		['that throws a text', 'odd', 'Ingram Micro’s answer holds no data that can be read (odd)'],
	])('%s leaves open what became of the call, and names it', async (_, error, message) => {
		const thrown = await thrownFor(error);
		expect(thrown).toBeInstanceOf(XiFailure);
		expect(thrown).toMatchObject({
			details: {
				reason: 'unreadable',
				message,
				status: 201,
				endpoint: 'POST /orders',
				correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
			},
		});
	});

	it('leaves a failure with words of its own as it is', async () => {
		const own = [
			new BadInput('Wrong'),
			new XiFailure({ reason: 'partial', message: 'In part', endpoint: 'POST /orders' }),
		];
		for (const error of own) expect(await thrownFor(error)).toBe(error);
	});
});
