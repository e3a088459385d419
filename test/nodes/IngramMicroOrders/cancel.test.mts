import { cancel } from '../../../nodes/IngramMicroOrders/cancel.operation.ts';
import { requestFor, planFor, seenBy } from '../support.mts';

const locator = (value: string) => ({ __rl: true, mode: 'ingramOrderNumber', value });

describe('Cancel Order', () => {
	const given = { order: locator('20-RD128') };
	const row = { cancelled: true, outcome: 'cancelled', ingramOrderNumber: '20-RD128' };

	it('names the order in the path, and takes an empty answer', () => {
		const request = {
			method: 'DELETE',
			path: '/resellers/v6/orders/{OrderNumber}',
			pathValues: { OrderNumber: '20-RD128' },
			query: {},
			emptyAnswer: true,
		};
		expect(requestFor(cancel, given)).toMatchObject(request);
		const { query } = requestFor(cancel, { ...given, options: { regionCode: 'CS' } });
		expect(query).toEqual({ regionCode: 'CS' });
	});

	it('says that it is done, and for what', () => {
		const plan = planFor(cancel, given);
		expect(plan.rows(undefined)).toEqual([row]);
		expect(plan.subject).toBe('order 20-RD128');
		expect(plan.receipt(row)).toContain('order 20-RD128');
	});

	it('is known by its order to a later try, and counts as done a second time', () => {
		expect(planFor(cancel, given).once).toMatchObject({
			number: expect.stringContaining('20-RD128'),
			existing: 'return',
		});
	});
});

describe('the look after a cancellation', () => {
	const look = async (orderStatus?: string) =>
		await seenBy(cancel, { order: '20-RD128' }, [{ orderStatus }]);

	it.each(['Canceled', 'CANCELLED', 'im::cancelled', 'Voided'])(
		'finds it done at %j',
		async (status) => {
			expect(await look(status)).toEqual({
				there: [{ cancelled: true, ingramOrderNumber: '20-RD128', orderStatus: status }],
			});
		},
	);

	it.each(['On Hold', 'Processing', undefined])('does not at %j', async (status) => {
		expect(await look(status)).toEqual({ absent: expect.stringContaining('it is not cancelled') });
	});
});
