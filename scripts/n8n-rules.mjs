import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

import { n8nSourceRules } from '../eslint.config.mjs';

/*
 * The rules with which n8n scans a published package and the commit it was built from. Unlike our
 * own lint they take no types into account, and inline disables do not count: whoever lints with
 * them sets `allowInlineConfig: false`.
 */

const everywhere = [
	n8nCommunityNodesPlugin.configs.recommended,
	{ rules: { 'no-console': 'error' } },
	{
		files: ['**/*.{ts,json}'],
		languageOptions: { parser: tseslint.parser },
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
	},
];

/** What holds for package.json, `nodes/` and `credentials/`. */
export const sourceRules = [...everywhere, ...n8nSourceRules];

/**
 * What holds for the unpacked package. n8n itself leaves its rules for nodes and credentials to the
 * sources; we apply them to the compiled JavaScript as well.
 */
export const compiledRules = [
	...everywhere,
	...n8nSourceRules.map((entry) => ({
		...entry,
		files: entry.files.map((pattern) => `dist/${pattern.replace(/\.ts$/, '.js')}`),
		languageOptions: { parser: tseslint.parser, sourceType: 'commonjs' },
		rules: {
			...entry.rules,
			// These want a file name that ends in .ts.
			'n8n-nodes-base/cred-filename-against-convention': 'off',
			'n8n-nodes-base/node-filename-against-convention': 'off',
			'n8n-nodes-base/node-resource-description-filename-against-convention': 'off',
		},
	})),
];
