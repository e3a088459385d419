import {
	minutesBetweenPolls,
	refuseTooManyProducts,
} from '../../../nodes/IngramMicroWatchTrigger/pollTimes.ts';
import { badInputOf } from '../support.mts';

/* Whether the polls that n8n makes are enough for the products of a list, before anything is asked. */

const every = (value: number, unit: string) => ({ item: [{ mode: 'everyX', value, unit }] });
const at = (...modes: string[]) => ({ item: modes.map((mode) => ({ mode })) });

it.each<[unknown, number | undefined]>([
	[at('everyMinute'), 1],
	[at('everyHour'), 60],
	[at('everyDay'), 1_440],
	[at('everyDay', 'everyDay'), 720],
	[at('everyWeek'), 10_080],
	[at('everyMonth'), 43_200],
	[every(5, 'minutes'), 5],
	[every(2, 'hours'), 120],
	// What is not known is not refused.
	[at('custom'), undefined],
	[at('everyDay', 'custom'), undefined],
	[every(0, 'minutes'), undefined],
	[every(NaN, 'hours'), undefined],
	[at('everyBlueMoon'), undefined],
	[{ item: [] }, undefined],
	[{}, undefined],
	[undefined, undefined],
	[null, undefined],
	['each minute', undefined],
])('reads from %j that there are %j minutes between polls', (pollTimes, minutes) => {
	expect(minutesBetweenPolls(pollTimes)).toBe(minutes);
});

const listed = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ by: 'ingramPartNumber' as const, value: `S${i}` }));

it.each<[number, number, unknown]>([
	[3_000, 60, at('everyDay')],
	[5_000, 60, every(30, 'minutes')],
	[5_000, 120, at('everyHour')],
	[5_000, 15, at('everyMinute')],
	[5_000, 15, at('custom')],
	[0, 0, at('everyMonth')],
])('lets %i products each %i minutes pass with %j', (count, everyMinutes, pollTimes) => {
	const settings = { products: listed(count), everyMinutes };
	expect(() => refuseTooManyProducts(settings, pollTimes)).not.toThrow();
});

it.each<[number, number, unknown, RegExp, RegExp]>([
	[
		5_000,
		60,
		at('everyHour'),
		/^'Products' holds 5000 products, which take 100 calls of 50; .*60 a minute.* they take 2 polls\. With one every 60 minutes that is 120 minutes, and 'Ask Every \(Minutes\)' is 60$/,
		/every 30 minutes or more often, set 'Ask Every \(Minutes\)' to 120 or more, or watch at most 3000/,
	],
	[3_001, 60, at('everyDay'), /61 calls.*2880 minutes/, /30 minutes.*2880/],
	[4_000, 15, every(10, 'minutes'), /80 calls.*20 minutes/, /7 minutes.*20 or more/],
])(
	'refuses %i products each %i minutes with %j',
	(count, everyMinutes, pollTimes, words, remedy) => {
		const settings = { products: listed(count), everyMinutes };
		const bad = badInputOf(() => refuseTooManyProducts(settings, pollTimes));
		expect(bad.message).toMatch(words);
		expect(bad.remedy).toMatch(remedy);
	},
);
