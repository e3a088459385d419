import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { type Resource, sentWith, type XiEvent } from './events';
import { confirmedFieldsOf, linesOf } from './kinds';
import type { Confirmation } from './readBack';
import { asSent } from './valueReaders';

/** What each output item stands for. Stored in workflows: never changes. */
export type Return = 'event' | 'line' | 'resource';

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
				resource: {
					...wanted.resource,
					fields: confirmedFieldsOf(wanted.resource, confirmation.current),
				},
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

const fieldsOf = ({ resource }: Wanted): IDataObject => ({ ...resource.fields });

/** What came of asking about a resource, beside its fields. */
const answerTo = ({ confirmation, reported }: Wanted): IDataObject => ({
	...confirmation,
	...(reported && { reported }),
});

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
		const rows = returned === 'line' ? linesOf(one.resource) : [one.resource.fields];
		const more = { ...answerTo(one), ...(raw && { body: sentWith(one.event, one.resource) }) };
		return rows.map((row) => ({
			json: Object.assign(namesOf(one), headOf(one.event), row, more),
		}));
	});
}
