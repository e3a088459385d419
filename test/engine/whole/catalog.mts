import { byIngramPartNumber, CATALOG } from '../support.mts';
import type { WholeCall } from './wholeCall.mts';

const attributes = {
	attribute: [{ attributeName: 'governmentprogramcode', attributeValue: 'PA' }],
};

const prices = (otherIdentifiers: Record<string, string>): WholeCall => ({
	node: CATALOG,
	parameters: {
		operation: 'getPriceAndAvailability',
		product: byIngramPartNumber(''),
		otherIdentifiers,
	},
});

const details = (getBy: string, value: string): WholeCall => ({
	node: CATALOG,
	parameters: {
		operation: 'get',
		getBy,
		[getBy]: value,
	},
});
const detailsOf = (mode: string, value: string): WholeCall => ({
	node: CATALOG,
	parameters: { operation: 'get', getBy: 'product', product: { __rl: true, mode, value } },
});

export const catalog: readonly WholeCall[] = [
	{
		node: CATALOG,
		parameters: {
			operation: 'getPriceAndAvailability',
			product: byIngramPartNumber('123512'),
			includeAvailability: true,
			includePricing: true,
			productDetails: { quantityRequested: 5, additionalAttributes: attributes },
			additionalFields: {
				additionalAttributes: attributes,
				availabilityByWarehouse: {
					warehouse: [{ availabilityByWarehouseId: '40', availabilityForAllLocation: true }],
				},
				includeProductAttributes: true,
				showAvailableDiscounts: true,
				showReserveInventoryDetails: true,
				specialBidNumber: 'TESTRKP1',
			},
		},
	},
	prices({ vendorPartNumber: 'E2016HV' }),
	prices({ customerPartNumber: 'A5-8963TEST' }),
	prices({ upc: '0884116186519' }),
	prices({ planID: '438323' }),
	prices({ vendorPartNumber: 'CFQ7TTC0LF8S:0002', planID: '438323', resourceId: '15612650' }),
	{
		node: CATALOG,
		parameters: {
			operation: 'getMany',
			returnAll: false,
			limit: 10,
			filters: {
				category: 'Displays',
				groupName: 'NCE',
				hasDiscounts: true,
				keyword: ['laptop', 'monitor'],
				planId: '438323',
				planName: 'Office 365 E5',
				showGroupInfo: true,
				skipAuthorisation: true,
				type: 'IM::any',
				vendor: ['Cisco', 'HP'],
				vendorNumber: '802U',
				vendorPartNumber: ['E2016HV'],
			},
			options: { acceptLanguage: 'en' },
		},
	},
	detailsOf('ingramPartNumber', '123512'),
	details('planId', '438323'),
	details('planName', 'Office 365 E5 OVG (NCE COM MTH)'),
	detailsOf('vendorPartNumber', 'E2016HV'),
];
