import { describe, expect, it } from '@jest/globals';

import { countryCodeOf, stateCodeOf } from '../../../../nodes/shared/fields/placeNames.ts';

describe('a country', () => {
	it.each([
		['USA', 'US'],
		['U.S.A.', 'US'],
		['United States', 'US'],
		['united states of america', 'US'],
		['UK', 'GB'],
		['Hong Kong', 'HK'],
		['Turkey', 'TR'],
		['Republic of Korea', 'KR'],
		['The United States', 'US'],
		['Republic of Ireland', 'IE'],
		['Korea, Republic of', 'KR'],
		['uk', 'GB'],
		['United Kingdom', 'GB'],
		['GBR', 'GB'],
		['Germany', 'DE'],
		['DEU', 'DE'],
		['Deutschland', 'DE'],
		['Allemagne', 'DE'],
		['España', 'ES'],
		['espana', 'ES'],
		['Italia', 'IT'],
		['Russia', 'RU'],
		['The Netherlands', 'NL'],
		['Nederland', 'NL'],
		['Österreich', 'AT'],
		['Singapore', 'SG'],
		['India', 'IN'],
		['us', 'US'],
		[' De ', 'DE'],
		['U.S.', 'US'],
		['Germany (DE)', 'DE'],
		['India, Accounts With the Code IA (IA)', 'IA'],
	])('by the name %s is %s', (name, code) => {
		expect(countryCodeOf(name)).toBe(code);
	});

	it.each(['US', 'IA', 'Atlantis', '', undefined, null, 7])('stays %p', (value) => {
		expect(countryCodeOf(value)).toBe(value);
	});
});

describe('a state', () => {
	it.each([
		['Massachusetts', 'US', 'MA'],
		['massachusetts ', 'us', 'MA'],
		['Washington D.C.', 'US', 'DC'],
		['Washington, D.C.', 'US', 'DC'],
		['Québec', 'CA', 'QC'],
		['New South Wales', 'AU', 'NSW'],
		['Western Australia', 'AU', 'WA'],
		['Kansas', undefined, 'KS'],
		['Kansas', '', 'KS'],
		['Northern Territory', undefined, 'NT'],
	])('%s of %s is %s', (name, country, code) => {
		expect(stateCodeOf(name, country)).toBe(code);
	});

	it.each([
		['MA', 'US'],
		['Bayern', 'DE'],
		['Georgia', 'GE'],
		['Ontario', 'US'],
		[undefined, 'US'],
	])('%s of %s stays', (name, country) => {
		expect(stateCodeOf(name, country)).toBe(name);
	});
});
