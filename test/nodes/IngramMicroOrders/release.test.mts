import { release } from '../../../nodes/IngramMicroOrders/release.operation.ts';
import { requestFor, planFor, seenBy } from '../support.mts';

const locator = (value: string) => ({ __rl: true, mode: 'ingramOrderNumber', value });

describe('Release Order', () => {
	const given = { order: locator('20-RD128') };
	const row = { released: true, outcome: 'released', ingramOrderNumber: '20-RD128' };

	it('names the order in the path, and takes an empty answer', () => {
		const request = {
			method: 'PUT',
			path: '/resellers/v6/orders/{orderNumber}',
			pathValues: { orderNumber: '20-RD128' },
			query: { actionCode: 'release' },
			body: {},
			emptyAnswer: true,
		};
		expect(requestFor(release, given)).toMatchObject(request);
		const { query } = requestFor(release, { ...given, options: { regionCode: 'CS' } });
		expect(query).toEqual({ actionCode: 'release', regionCode: 'CS' });
	});

	it('says that it is done, and for what', () => {
		const plan = planFor(release, given);
		expect(plan.rows(undefined)).toEqual([row]);
		expect(plan.subject).toBe('order 20-RD128');
		expect(plan.receipt(row)).toContain('order 20-RD128');
	});

	it('is known by its order to a later try, which gets what XI says', () => {
		expect(planFor(release, given).once).toMatchObject({
			number: expect.stringContaining('20-RD128'),
			existing: 'asXiSays',
		});
	});
});

describe('the look after a release', () => {
	const look = async (orderStatus?: string) =>
		await seenBy(release, { order: '20-RD128' }, [{ orderStatus }]);

	it.each(['Processing', 'Shipped', 'Backordered'])('finds it done at %j', async (status) => {
		expect(await look(status)).toEqual({
			there: [{ released: true, ingramOrderNumber: '20-RD128', orderStatus: status }],
		});
	});

	it.each([
		['ON HOLD', 'it is not released'],
		['im::hold', 'it is not released'],
		['Canceled', 'it can no longer be released'],
		[undefined, 'it is not known whether it is released'],
	])('does not at %j', async (status, why) => {
		expect(await look(status)).toEqual({ absent: expect.stringContaining(why) });
	});
});
