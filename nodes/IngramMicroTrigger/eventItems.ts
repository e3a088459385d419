import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { type Resource, sentWith, type XiEvent } from './events';
import { proven } from './confirmedFields';
import { asSent } from './valueReaders';

/** What each output item stands for. Stored in workflows: never changes. */
export type Return = 'event' | 'line' | 'resource';

/** What came of asking Ingram Micro about a resource. */
export type Confirmation =
	/** What Ingram Micro itself says of it now, whole. */
	| { readonly confirmed: true; readonly current: IDataObject }
	/** Why it could not be asked, as a sentence. */
	| { readonly confirmed: false; readonly confirmationNote: string };

/** A resource that starts the workflow. */
export interface Wanted {
	readonly event: XiEvent;
	readonly resource: Resource;
	/** Undefined where Ingram Micro was not to be asked. */
	readonly confirmation?: Confirmation;
	/** Of a confirmed resource: what the event said, which is not proven. */
	readonly reported?: IDataObject;
}

/** A resource about which Ingram Micro was asked. Of a confirmed one the fields are its own from now on. */
export const asked = (wanted: Wanted, confirmation: Confirmation): Wanted =>
	confirmation.confirmed
		? {
				...wanted,
				resource: proven(wanted.resource, confirmation.current),
				confirmation,
				reported: fieldsOf(wanted),
			}
		: { ...wanted, confirmation };

const headOf = (event: XiEvent): IDataObject => ({
	eventId: event.id,
	eventTimeStamp: event.at,
	topic: event.topic,
	action: event.action,
});

const namesOf = ({ resource }: Wanted): IDataObject => ({
	event: resource.event,
	eventType: resource.eventType,
});

/** XI has null for what it does not know; n8n's type of an item has not learnt that of nested shapes. */
const fieldsOf = ({ resource }: Wanted): IDataObject => ({ ...resource.fields });

/** What came of asking about a resource, beside its fields. */
const answerTo = ({ confirmation, reported }: Wanted): IDataObject => ({
	...confirmation,
	...(reported && { reported }),
});

/** Each line of a resource beside what it belongs to; a resource without lines is one row as it is. */
function linesOf({ resource }: Wanted): IDataObject[] {
	switch (resource.event) {
		case 'asyncOrderCreated':
		case 'asyncOrderFailed': {
			const { orders, ...head } = resource.fields;
			const rows = orders.flatMap(({ lines, rejectedLineItems, ...order }): IDataObject[] => {
				const taken = lines.map((line) => ({ ...head, order, line, lineRejected: false }));
				const rejected = rejectedLineItems.map((line) => ({
					...head,
					order,
					line,
					lineRejected: true,
				}));
				// An order without lines is still an order: it must not be lost from sight.
				return taken.length + rejected.length > 0 ? [...taken, ...rejected] : [{ ...head, order }];
			});
			return rows.length > 0 ? rows : [{ ...resource.fields }];
		}
		case 'quoteCreated':
		case 'quoteFailed': {
			const { products, ...head } = resource.fields;
			return products.length > 0
				? products.map((product) => ({ ...head, product }))
				: [{ ...resource.fields }];
		}
		case 'stockUpdate':
		case 'other':
			return [{ ...resource.fields }];
		default: {
			const { lines, ...head } = resource.fields;
			return lines.length > 0 ? lines.map((line) => ({ ...head, line })) : [{ ...resource.fields }];
		}
	}
}

/** All resources of an event in one item. They may be of several kinds, so each has its own name. */
function wholeEvent(wanted: readonly Wanted[], raw: boolean): IDataObject {
	const [first] = wanted;
	return {
		...namesOf(first),
		...headOf(first.event),
		resources: wanted.map((one) => ({ ...namesOf(one), ...fieldsOf(one), ...answerTo(one) })),
		...(raw && { body: asSent(first.event.sent) as IDataObject }),
	};
}

/**
 * The output items of the resources that start a workflow, in the order in which they came.
 *
 * @param raw whether each item carries what XI sent as well, in `body`
 */
export function itemsOf(
	wanted: readonly Wanted[],
	returned: Return,
	raw: boolean,
): INodeExecutionData[] {
	if (returned === 'event') {
		const events = new Set(wanted.map(({ event }) => event));
		return [...events].map((event) => ({
			json: wholeEvent(
				wanted.filter((one) => one.event === event),
				raw,
			),
		}));
	}
	return wanted.flatMap((one) => {
		const rows = returned === 'line' ? linesOf(one) : [one.resource.fields];
		const more = { ...answerTo(one), ...(raw && { body: sentWith(one.event, one.resource) }) };
		return rows.map((row) => ({
			json: Object.assign(namesOf(one), headOf(one.event), row, more),
		}));
	});
}
