import type { Customer } from '../../options.mts';
import { noRecordsFound } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { endUserAddress } from '../../state/people.mts';
import { isOpen, quoteNumberOf, statusOf, type Renewal } from '../../state/renewals.mts';
import { dayTime } from '../paging.mts';
import { valueOf } from './searchRenewals.mts';

/**
 * Renewal details: `GET /resellers/v6/renewals/{renewalId}`. Numbers are text here that the search
 * has as numbers, and `referenceNumber` is an object.
 *
 * Assumption: a renewal that the customer does not have is the 404 of other details calls.
 */
export const renewalDetails = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/renewals/{renewalId}',
	errors: 'traceid',
	query: {},
	handle: ({ world, customer, params }) => {
		const renewal = world.renewals
			.of(customer)
			.find(({ renewalId }) => String(renewalId) === params.renewalId);
		return renewal
			? { status: 200, body: details(renewal, world.clock.lifeNow(), customer) }
			: noRecordsFound();
	},
});

function details(renewal: Renewal, now: number, { countryCode }: Customer): object {
	return {
		renewalId: String(renewal.renewalId),
		ingramOrderNumber: renewal.ingramOrderNumber,
		ingramOrderDate: dayTime(renewal.orderedAt),
		expirationDate: dayTime(renewal.expiresAt),
		ingramPurchaseOrderNumber: '',
		customerOrderNumber: renewal.customerOrderNumber,
		endCustomerOrderNumber: renewal.endCustomerOrderNumber,
		renewalValue: String(valueOf(renewal)),
		endUser: renewal.endUser,
		vendor: renewal.vendorName,
		status: statusOf(renewal, now),
		endUserInfo: {
			...endUserAddress(String(renewal.renewalId), countryCode),
			companyName: renewal.endUser,
			// Filled up with blanks, as in the sample.
			contact: 'SIMULATED CONTACT'.padEnd(100),
		},
		referenceNumber: {
			notificationId: isOpen(renewal, now) ? `N${renewal.renewalId}` : '',
			quoteNumber: quoteNumberOf(renewal, now),
		},
		products: renewal.lines.map((line, i) => ({
			ingramLineNumber: String(i + 1),
			productDescription: line.description,
			vendorPartNumber: line.vendorPartNumber,
			ingramPartNumber: line.ingramPartNumber,
			manufacturerPartNumber: '',
			unitPrice: line.unitPrice,
			quantity: line.quantity,
			isConsolidated: 'No',
		})),
		additionalAttributes: renewal.serialNumbers.map((serialNumber) => ({
			attributeDescription: 'SerialNumber',
			attributeValue: serialNumber,
			startDate: dayTime(renewal.startsAt),
			expirationDate: dayTime(renewal.expiresAt),
			isConsolidated: '',
		})),
	};
}
