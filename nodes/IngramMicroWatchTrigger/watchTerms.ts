import type { IDataObject } from 'n8n-workflow';

import { dealSearchOutput } from '../shared/xi/dealOutput';
import { renewalSearchOutput } from '../shared/xi/renewalOutput';
import { slashed } from '../shared/fields/dates';
import { wholeNumber } from '../shared/fields/field';
import { numberAt, type Output } from '../shared/output';
import { dealSearch, type FoundDeal } from '../shared/xi/deals';
import { type FoundRenewal, renewalSearch } from '../shared/xi/renewals';
import { dayIn, dayOf, dayText, identityOf, watched } from './watchedKind';
import { changesOf, daysAhead, nameFilters } from './watchFields';

/*
 * The day of the end is part of what tells them apart: one that was moved is told anew, and of two that
 * XI lists under one number each is told once.
 */

/** How many days after its end a term is remembered. */
const REMEMBERED_DAYS = 30;

/** Open renewals by the day on which they expire. XI documentation: "Search Renewals". */
export const renewalDue = watched<FoundRenewal>({
	name: 'Renewals',
	description: 'A contract, license or warranty is so many days from the date of its renewal',
	parameters: {
		daysAhead: daysAhead(
			'90, 30, 7',
			'How many days before it expires a renewal is told, once for each number. One that shows up later is told once, for the nearest number.',
		),
		filters: nameFilters,
	},
	output: renewalSearchOutput,
	search: renewalSearch,
	// From the last round on, so that what expired meanwhile is told too.
	searches: ({ from, today, until }) => [
		{
			body: {
				// The name is misspelt by XI.
				status: { OpporutinyStatus: { value: 'Open' } },
				dateType: {
					expirationDate: {
						customStartDate: slashed(dayOf(Math.min(from, today) - 1)),
						customEndDate: slashed(dayOf(until + 1)),
					},
				},
			},
		},
	],
	sighting: ({ renewalId, expirationDate }) => ({
		identity: identityOf(renewalId, dayText(expirationDate)),
		ends: dayIn(expirationDate),
	}),
	names: ({ vendor, endUser }) => ({ vendor, endUser }),
	lookBack: () => 0,
	remembered: REMEMBERED_DAYS,
});

const isProduct = (record: IDataObject) => 'product' in record;

const ofProduct = (name: string, path: string) => ({
	name,
	path: `product.${path}`,
	simplified: isProduct,
});

/** A deal, and the product of it that a change is about. */
const dealChangeOutput = {
	...dealSearchOutput,
	ingramPartNumber: ofProduct('Ingram Part Number', 'ingramPartNumber'),
	vendorPartNumber: ofProduct('Vendor Part Number', 'vendorPartNumber'),
	description: ofProduct('Description', 'productDescription'),
	remainingQuantity: numberAt('Remaining Quantity', 'product.remainingQuantity', isProduct),
} satisfies Output;

/** All deals: their search takes no dates. XI documentation: "Search Deals". */
export const dealEnding = watched<FoundDeal>({
	name: 'Deals',
	description: 'A deal (special bid) is so many days from its end, or few pieces of it are left',
	parameters: {
		changes: changesOf(
			[
				{ name: 'Ending', value: 'ending', description: 'The deal ends in so many days' },
				{
					name: 'Running Out',
					value: 'runningOut',
					description:
						'Fewer pieces of a product are left than you say. Each deal is then read by itself, in turn.',
				},
			],
			['ending'],
		),
		belowQuantity: wholeNumber('Remaining Quantity Below', {
			min: 1,
			default: 10,
			description:
				'For the change Running Out: it is told once when fewer pieces of a product are left than this',
		}),
		daysAhead: daysAhead(
			'30, 7',
			'For the change Ending: how many days before its end a deal is told, once for each number. One that shows up later is told once, for the nearest number.',
		),
		filters: nameFilters,
	},
	output: dealChangeOutput,
	hasQuantities: true,
	search: dealSearch,
	searches: () => [{}],
	// Manufacturers may have deals of the same number.
	sighting: ({ dealId, vendor, dealExpiryDate }) => ({
		identity: identityOf(dealId, vendor, dayText(dealExpiryDate)),
		ends: dayIn(dealExpiryDate),
	}),
	names: ({ vendor, endUser }) => ({ vendor, endUser }),
	lookBack: () => 0,
	remembered: REMEMBERED_DAYS,
});
