import type { Reason } from '../../../../nodes/shared/transport/failure.ts';
import { delayBeforeRetry } from '../../../../nodes/shared/transport/retry.ts';

afterEach(() => jest.restoreAllMocks());

describe('another try', () => {
	it.each<[Reason, { read: boolean; write: boolean }]>([
		['unreachable', { read: true, write: true }],
		['noToken', { read: true, write: true }],
		['interrupted', { read: true, write: false }],
		['serverFault', { read: true, write: false }],
		['unreadable', { read: true, write: false }],
		['refused', { read: false, write: false }],
		['unauthorized', { read: false, write: false }],
		['rateLimited', { read: false, write: false }],
		['cancelled', { read: false, write: false }],
	])('after %s is made as %j', (reason, { read, write }) => {
		expect(delayBeforeRetry(reason, true, 1) !== undefined).toBe(read);
		expect(delayBeforeRetry(reason, false, 1) !== undefined).toBe(write);
	});

	it.each([
		[1, 250, 500],
		[2, 500, 1_000],
		[3, 1_000, 2_000],
	])('after try %d comes %d to %d milliseconds later', (tries, least, most) => {
		const random = jest.spyOn(Math, 'random').mockReturnValue(0);
		expect(delayBeforeRetry('serverFault', true, tries)).toBe(least);
		random.mockReturnValue(1);
		expect(delayBeforeRetry('serverFault', true, tries)).toBe(most);
	});

	it('is not made after the fourth', () => {
		expect(delayBeforeRetry('serverFault', true, 4)).toBeUndefined();
		expect(delayBeforeRetry('unreachable', false, 4)).toBeUndefined();
	});
});
