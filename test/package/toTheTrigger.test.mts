import { describe, expect, it } from '@jest/globals';

import { nodes } from './built.mts';

const described = (className: string) => {
	const node = nodes.find((one) => one.className === className);
	if (node === undefined) throw new Error(`There is no ${className}`);
	return node.instance.description;
};

describe('the trigger', () => {
	const trigger = described('IngramMicroTrigger');
	const propertyOf = (name: string) => trigger.properties.find((one) => one.name === name);

	it('confirms with Ingram Micro if nobody says otherwise', () => {
		expect(propertyOf('confirm')?.default).toBe(true);
	});

	it('numbers the steps that set it up, in tags that n8n shows', () => {
		const shown = propertyOf('setUpNotice')?.displayName ?? '';
		const steps = [...shown.matchAll(/<li>Step (\d+): /g)].map(([, number]) => Number(number));
		expect(steps).toEqual([1, 2, 3, 4, 5, 6]);
		const tags = new Set([...shown.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag));
		expect([...tags].sort()).toEqual(['a', 'li', 'ul']);
	});

	it('leads to the other nodes', () => {
		expect(trigger.description).toMatch(/the other Ingram Micro nodes\.$/);
		expect(propertyOf('setUpNotice')?.displayName).toContain('Ingram Micro Orders');
	});
});

it.each(['Orders', 'Quotes', 'Invoices', 'ProductCatalog'])(
	'%s, about which there are events, leads to the trigger',
	(name) => {
		expect(described(`IngramMicro${name}`).description).toMatch(/use Ingram Micro Trigger\.$/);
	},
);
