import { allPages } from '../../../../nodes/shared/loop/pager.ts';
import { pageNumberAndSize } from '../../../../nodes/shared/fields/paging.ts';
import { asked } from '../../support.mts';

interface Answer {
	rows: object[];
	recordsFound: number;
	errors?: unknown;
}

/** What a look finds in answers that are handed to it one after the other. */
async function found(answers: readonly Answer[]): Promise<object[]> {
	const { result, requests } = await asked(
		(ask) =>
			allPages<object, Answer>(
				ask,
				{
					call: { method: 'GET', path: '/things' },
					paging: pageNumberAndSize,
					page: (answer) => answer,
				},
				{},
			),
		answers,
	);
	expect(requests).toHaveLength(answers.length);
	return result;
}

it('a record that comes twice in a look is one, so that an order is not taken for two', async () => {
	const order = (ingramOrderNumber: string, orderTotal = 5) => ({ ingramOrderNumber, orderTotal });
	const answers = [
		{ rows: [order('20-RC1RD'), order('20-RC1RD')], recordsFound: 101 },
		{ rows: [order('20-RC1RD'), order('20-RC1RD', 6)], recordsFound: 101 },
	];
	expect(await found(answers)).toEqual([order('20-RC1RD'), order('20-RC1RD', 6)]);
});

it('a look at a list that names errors proves nothing', async () => {
	const answer = { rows: [{ ingramOrderNumber: '20-RC1RD' }], recordsFound: 1 };
	await expect(found([{ ...answer, errors: [{ message: 'It broke' }] }])).rejects.toThrow(
		'holds no list without errors',
	);
	expect(await found([{ ...answer, errors: [] }])).toHaveLength(1);
});
