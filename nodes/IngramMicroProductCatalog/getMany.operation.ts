import { filters, optionalChoice, optionalFlag, text, textList } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { productSearch } from '../shared/xi/products';
import { catalogOutput } from './output';

/**
 * XI documentation: "Search Products".
 *
 * The plan is sent as `planId`, which is how the links in XI's own answers spell it; its OpenAPI
 * document says `planID`. `planName` and the type of subscriptions are on the portal's page only.
 */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Products',
		value: 'getMany',
		action: 'Get many products',
		description: 'Search the catalog by keyword, vendor, part number, category or plan',
	},
	forModels: [
		'Keywords are words of a title, a part number, a UPC or the name of a manufacturer. Limit is the most products to give.',
	],
	parameters: {
		filters: filters({
			category: text('Category', {
				prose: true,
				placeholder: 'e.g. Displays',
				description: 'Only products of this category',
			}),
			groupName: text('Group Name', {
				prose: true,
				placeholder: 'e.g. NCE Microsoft 365 (Commercial)',
				description: 'Only subscriptions of this group',
			}),
			hasDiscounts: optionalFlag('Has Discounts', {
				default: true,
				description: 'Whether to return only products with discounts, or only those without',
			}),
			keyword: textList('Keywords', {
				prose: true,
				placeholder: 'e.g. laptop',
				description: 'Part number, UPC, title or vendor',
				addLabel: 'Add keyword',
			}),
			planId: text('Plan ID', {
				placeholder: 'e.g. 438323',
				description: 'Only the subscription plan with this ID',
			}),
			planName: text('Plan Name', {
				prose: true,
				placeholder: 'e.g. Office 365 E5',
				description: 'Only subscription plans of this name',
			}),
			showGroupInfo: optionalFlag('Show Groups Only', {
				default: true,
				description: 'Whether to list subscription groups without their plans',
			}),
			skipAuthorisation: optionalFlag('Include Unauthorized Products', {
				default: true,
				description: 'Whether to return products that you are not authorized to buy as well',
			}),
			type: optionalChoice(
				'Type',
				[
					{ name: 'Any', value: 'IM::any' },
					{ name: 'Digital', value: 'IM::digital' },
					{ name: 'Physical', value: 'IM::physical' },
					{ name: 'Subscription', value: 'IM::subscription' },
				],
				{ default: 'IM::any', description: 'Only products of this kind' },
			),
			vendor: textList('Vendors', {
				prose: true,
				placeholder: 'e.g. Cisco',
				description: 'Only products of one of these manufacturers',
				addLabel: 'Add vendor',
			}),
			vendorNumber: text('Vendor Number', {
				placeholder: 'e.g. 802U',
				description: 'Only products of the manufacturer with this Ingram Micro vendor number',
			}),
			vendorPartNumber: textList('Vendor Part Numbers', {
				placeholder: 'e.g. E2016HV',
				description: 'Only products with one of these manufacturer part numbers',
				addLabel: 'Add vendor part number',
			}),
		}),
	},
	output: catalogOutput,
	search: productSearch,
	wanted: ({ filters }) => ({ query: { ...filters } }),
});
