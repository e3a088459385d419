import type { IDataObject } from 'n8n-workflow';

import { choice } from '../shared/fields/field';
import { requiredRenewal } from '../shared/xi/renewals';
import { oneEach } from '../shared/output';
import { read } from '../shared/operation';
import { UnexpectedAnswer } from '../shared/errors';
import { unwrapped } from '../shared/answer';
import { renewalDetailsOutput } from '../shared/xi/renewalOutput';

/** The details of a renewal. `referenceNumber` is an object here, and a text in the search. */
export interface RenewalDetailsAnswer extends IDataObject {
	renewalId?: number | string | null;
	renewalValue?: number | string | null;
	referenceNumber?: { notificationId?: string | null; quoteNumber?: string | null } | null;
	products?: IDataObject[] | null;
	additionalAttributes?: IDataObject[] | null;
}

/**
 * XI documentation: "Renewal Details".
 *
 * What XI answers to an unknown renewal is in no document.
 */
export const get = read({
	option: {
		name: 'Get Renewal',
		value: 'get',
		action: 'Get renewal',
		description:
			'Read a renewal: its products, end user, value, quote number, and serial or license numbers',
	},
	forModels: ['Renewal is one renewal number (ID) a call, such as 4239056.'],
	parameters: {
		renewal: requiredRenewal,
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Product',
					value: 'products',
					description: 'With the numbers of the renewal on each',
				},
				{
					name: 'One Item per Renewal',
					value: 'renewal',
					description: 'With the list of its products',
				},
			],
			{ default: 'renewal', description: 'What each output item stands for' },
		),
	},
	output: renewalDetailsOutput,
	request: ({ renewal }) => ({
		method: 'GET',
		path: '/resellers/v6/renewals/{renewalId}',
		pathValues: { renewalId: renewal },
		nothingFound: [404],
	}),
	rows: (answer: RenewalDetailsAnswer | RenewalDetailsAnswer[], params) => {
		const renewal = unwrapped<RenewalDetailsAnswer>(answer);
		if (!renewal || !('renewalId' in renewal)) {
			throw new UnexpectedAnswer('renewal');
		}
		return params.return === 'products' ? oneEach(renewal, 'products', 'product') : [renewal];
	},
	ifNothing: ({ renewal }) => `Ingram Micro has no renewal ${renewal}`,
});
