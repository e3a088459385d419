import { allPages } from '../../../nodes/shared/loop/pager.ts';
import { pageNumberAndSize } from '../../../nodes/shared/fields/paging.ts';

interface Answer {
	rows: object[];
	recordsFound: number;
	errors?: unknown;
}

/** What a look finds in answers that are handed to it one after the other. */
function found(answers: readonly Answer[]): object[] {
	const steps = allPages<object, Answer>(
		{ method: 'GET', path: '/things' },
		pageNumberAndSize,
		(answer) => answer,
	);
	let step = steps.next();
	for (const answer of answers) step = steps.next(answer);
	if (!step.done) throw new Error('It asks for one more page');
	return step.value;
}

it('a record that comes twice in a look is one, so that an order is not taken for two', () => {
	const order = (ingramOrderNumber: string, orderTotal = 5) => ({ ingramOrderNumber, orderTotal });
	const answers = [
		{ rows: [order('20-RC1RD'), order('20-RC1RD')], recordsFound: 101 },
		{ rows: [order('20-RC1RD'), order('20-RC1RD', 6)], recordsFound: 101 },
	];
	expect(found(answers)).toEqual([order('20-RC1RD'), order('20-RC1RD', 6)]);
});

it('a look at a list that names errors proves nothing', () => {
	const answer = { rows: [{ ingramOrderNumber: '20-RC1RD' }], recordsFound: 1 };
	expect(() => found([{ ...answer, errors: [{ message: 'It broke' }] }])).toThrow(
		'holds no list without errors',
	);
	expect(found([{ ...answer, errors: [] }])).toHaveLength(1);
});
