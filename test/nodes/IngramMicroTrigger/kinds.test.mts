import type { IDataObject } from 'n8n-workflow';

import { eventsIn, resourcesOf, type XiEvent } from '../../../nodes/IngramMicroTrigger/events.ts';
import { asked, itemsOf } from '../../../nodes/IngramMicroTrigger/eventItems.ts';
import {
	askedFor,
	confirmedFieldsOf,
	EVENT_NAMES,
	type EventName,
	type Kind,
	KINDS,
	kindsOfType,
	partOf,
	type Subject,
} from '../../../nodes/IngramMicroTrigger/kinds.ts';
import { properties, subtitle } from '../../../nodes/IngramMicroTrigger/parameters.ts';
import { Readings } from '../../../nodes/IngramMicroTrigger/readBack.ts';
import { filesUnder, textOf } from '../../package/built.mts';
import { readsFrom } from './reads.mts';

/*
 * The table of kinds is whole, and everything goes by it.
 */

const kindOf = (event: EventName): Kind => KINDS[event];

const ORDER_NUMBER = '20-RD128';
/** A resource that names all that any kind is read back by. */
const NUMBERS = {
	orderNumber: ORDER_NUMBER,
	ingramPartNumber: '5CX579',
	quoteNumber: 'QUO-1',
	orders: [{ ingramOrderNumber: ORDER_NUMBER }],
};

/** What the event is about, as a kind reads it. */
const subject = (event: EventName, sent: object = NUMBERS): Subject => ({
	event,
	fields: kindOf(event).shape.read(sent, () => undefined),
});

/** An Ingram Micro that knows whatever it is asked for. */
const knowsAll = readsFrom(({ path }) =>
	path.endsWith('/priceandavailability')
		? [{ ingramPartNumber: '5CX579', productStatusCode: 'S' }]
		: { ingramOrderNumber: ORDER_NUMBER, quoteNumber: 'QUO-1' },
);

const eventWith = (more: object): XiEvent => (eventsIn({ eventId: 'A', ...more }) as XiEvent[])[0];

const readBackKinds = EVENT_NAMES.filter((event) => typeof kindOf(event).readBack !== 'string');

describe('a kind that lacks something does not compile', () => {
	// The compiler holds these against the code when the tests are type-checked.
	const { name, description, eventTypes, topicAndAction, shape, readBack } = KINDS.orderShipped;
	const whole = { name, description, eventTypes, topicAndAction, shape, readBack };

	it.each([
		whole satisfies Kind,
		// @ts-expect-error without its name
		{ description, eventTypes, topicAndAction, shape, readBack } satisfies Kind,
		// @ts-expect-error without its description
		{ name, eventTypes, topicAndAction, shape, readBack } satisfies Kind,
		// @ts-expect-error without Ingram Micro's names for it
		{ name, description, topicAndAction, shape, readBack } satisfies Kind,
		// @ts-expect-error without what tells it apart where it names no type
		{ name, description, eventTypes, shape, readBack } satisfies Kind,
		// @ts-expect-error without a shape
		{ name, description, eventTypes, topicAndAction, readBack } satisfies Kind,
		// @ts-expect-error without how it is read back
		{ name, description, eventTypes, topicAndAction, shape } satisfies Kind,
		// @ts-expect-error with a shape that has no lines
		{ ...whole, shape: { read: shape.read, partsBy: null } } satisfies Kind,
		// @ts-expect-error with a read back that gives no fields
		{ ...whole, readBack: { asksFor: () => ({ quote: null }) } } satisfies Kind,
		{
			...whole,
			// @ts-expect-error asking for something that nobody can ask for
			readBack: { asksFor: () => ({ invoice: '1' }), fields: () => ({}) },
		} satisfies Kind,
	])('%#', (entry) => {
		expect(Object.keys(entry)).not.toEqual([]);
	});
});

describe('the table of kinds', () => {
	it('is what can be chosen, in the order of its names', () => {
		const [triggerOn] = properties.filter(({ name }) => name === 'triggerOn');
		expect(triggerOn.options).toEqual(
			EVENT_NAMES.map((value) => {
				const { name, description } = kindOf(value);
				return { name, value, description };
			}),
		);
		const names = EVENT_NAMES.map((event) => kindOf(event).name);
		expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
		for (const name of names) expect(subtitle).toContain(JSON.stringify(name));
	});

	it('stands in the docs, kind for kind', () => {
		const page = textOf('docs/nodes/trigger.md');
		const section = page.slice(page.indexOf('\n## Events'), page.indexOf('\n## Items'));
		const rows = [...section.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, cell]) => cell);
		const kinds = rows.filter((cell) => !/^(?:-+|Trigger On)$/.test(cell));
		expect(kinds.toSorted()).toEqual(EVENT_NAMES.map((event) => kindOf(event).name).toSorted());
	});

	it('is the only file of the node that names a kind, and none writes a call of its own', () => {
		const named = new RegExp(`['"\`](?:${EVENT_NAMES.join('|')})['"\`]`);
		const others = filesUnder('nodes/IngramMicroTrigger').filter(
			(path) => !path.endsWith('/kinds.ts') && named.test(textOf(path)),
		);
		expect(others).toEqual([]);
		const calling = filesUnder('nodes/IngramMicroTrigger').filter((path) =>
			/['"`]\/resellers\//.test(textOf(path)),
		);
		expect(calling).toEqual([]);
	});
});

describe.each(EVENT_NAMES)('%s', (event) => {
	const { eventTypes, topicAndAction, shape } = kindOf(event);

	it('is found by each of its types, in XI’s spellings, and by its topic', () => {
		const types = eventTypes.map((type) => type.replace('*', ''));
		for (const type of types) {
			expect(kindsOfType(type, '')).toContain(event);
			for (const spelt of [`IM::${type.toUpperCase()}`, type.replaceAll('_', ' ')]) {
				const [{ event: found }] = resourcesOf(eventWith({ eventType: spelt, resource: NUMBERS }));
				expect(kindsOfType(type, '')).toContain(found);
			}
		}
		if (topicAndAction !== null) expect(kindsOfType(null, topicAndAction)).toContain(event);
		expect(types.length > 0).toBe(event !== 'other');
	});

	it('shares its types only with kinds of its shape, of which all but the last say when', () => {
		for (const type of eventTypes) {
			const sharing = kindsOfType(type.replace('*', ''), '');
			expect(sharing.map((one) => kindOf(one).shape)).toEqual(sharing.map(() => shape));
			const conditions = sharing.map((one) => kindOf(one).when !== undefined);
			expect(conditions).toEqual(sharing.map((_, at) => at < sharing.length - 1));
		}
	});

	it('gives items in every way, also where it says nothing', () => {
		for (const sent of [NUMBERS, {}]) {
			const resource = { ...subject(event, sent), eventType: null, sent };
			const wanted = [{ event: eventWith({}), resource }];
			for (const returned of ['resource', 'line', 'event'] as const) {
				expect(itemsOf(wanted, returned, false)).toHaveLength(1);
			}
		}
	});

	it('tells its parts apart by a field that it has', () => {
		const { fields } = subject(event);
		if (shape.partsBy !== null) expect(fields).toHaveProperty(shape.partsBy);
		expect(partOf(event, fields)).toBe(shape.partsBy === null ? null : '5CX579');
	});

	it('starts the workflow under Confirm With Ingram Micro, confirmed or with the reason', async () => {
		const asks = askedFor(subject(event));
		const verdict = await new Readings(knowsAll, [asks]).of(asks);
		expect(verdict).toMatchObject({
			confirmation: readBackKinds.includes(event)
				? { confirmed: true, current: expect.any(Object) }
				: { confirmed: false, confirmationNote: expect.stringMatching(/^[A-Z].*[^.]$/) },
		});
	});

	it('asks for what it names alone: where it names nothing, nothing is confirmed', async () => {
		const asks = askedFor(subject(event, {}));
		const verdict = await new Readings(knowsAll, [asks]).of(asks);
		expect(verdict === 'unknown' || !verdict.confirmation.confirmed).toBe(true);
	});
});

it.each(readBackKinds)('%s, confirmed, has the fields that it has without', (event) => {
	const current: IDataObject = { ingramOrderNumber: ORDER_NUMBER, quoteNumber: 'QUO-1' };
	const about = subject(event);
	expect(Object.keys(confirmedFieldsOf(about, current)).toSorted()).toEqual(
		Object.keys(about.fields).toSorted(),
	);
	const wanted = { event: eventWith({}), resource: { ...about, eventType: null, sent: {} } };
	const { reported } = asked(wanted, { confirmed: true, current });
	expect(reported).toEqual(about.fields);
});
