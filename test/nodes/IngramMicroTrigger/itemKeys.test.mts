import { eventsIn, resourcesOf } from '../../../nodes/IngramMicroTrigger/events.ts';
import { itemsOf, type Return } from '../../../nodes/IngramMicroTrigger/eventItems.ts';
import {
	asyncExample,
	orderExample,
	quoteFailure,
	quoteSpellings,
	stockExample,
} from './samples.mts';

/** Every name in a value, at any depth, each once: `lines[].shipmentDetails[].carrierCode`. */
function pathsIn(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => pathsIn(entry, `${at}[]`));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const path = at === '' ? name : `${at}.${name}`;
		return [path, ...pathsIn(inner, path)];
	});
}

/** What workflows read of an event: once released, these names stay. */
it.each<[string, unknown]>([
	['order', orderExample],
	['stock', stockExample],
	['quote', Object.values(quoteSpellings)[0]],
	['quote that failed', quoteFailure],
	['asynchronous order', asyncExample],
])('the names in items of an event keep as they are: %s', (_, body) => {
	const events = eventsIn(body);
	if (typeof events === 'string') throw new Error(events);
	const wanted = events.flatMap((event) =>
		resourcesOf(event).map((resource) => ({ event, resource })),
	);
	const names = (returned: Return) => [
		...new Set(itemsOf(wanted, returned, false).flatMap(({ json }) => pathsIn(json))),
	];
	expect({
		event: names('event'),
		line: names('line'),
		resource: names('resource'),
	}).toMatchSnapshot();
});
