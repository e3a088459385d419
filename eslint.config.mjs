import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { globalIgnores } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/*
 * The rules that n8n's own tool for community nodes switches on, in its strict set (for n8n Cloud).
 * The tool itself cannot be a dependency: one of its own dependencies asks for versions that are not
 * to be had, and `overrides` are forbidden in a community package. Whoever has it installed can run it
 * beside this.
 */
const n8nPackage = { 'n8n-nodes-base': n8nNodesBase };

export const n8nSourceRules = [
	{
		files: ['credentials/**/*.ts'],
		plugins: n8nPackage,
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// As n8n's tool has it: documentation may be a full URL, and other rules watch over passwords.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: n8nPackage,
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// As n8n's tool has it: these two know neither NodeConnectionTypes nor AI connections, and an
			// upper bound for Limit is often right.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
];

export default tseslint.config(
	globalIgnores(['dist', 'coverage', 'demo/output', 'real-n8n/data']),
	{
		files: ['credentials/**/*.ts', 'nodes/**/*.ts'],
		extends: [
			js.configs.recommended,
			tseslint.configs.recommendedTypeChecked,
			n8nCommunityNodesPlugin.configs.recommended,
			importX.configs['flat/recommended'],
		],
		languageOptions: { parserOptions: { projectService: true } },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'prefer-spread': 'off',
			'no-console': 'error',
			// Operations and runs are plain objects whose functions use no `this`, written as methods so
			// that an operation's narrower parameter types are accepted.
			'@typescript-eslint/unbound-method': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
		},
	},
	...n8nSourceRules,
	{
		files: ['package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: n8nPackage,
		rules: { ...n8nNodesBase.configs.community.rules },
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
	},
	{
		files: ['**/*.mjs', 'gulpfile.js'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
	},
	{
		files: ['gulpfile.js'],
		languageOptions: { globals: { exports: 'writable', require: 'readonly' } },
		// gulp loads this file as what package.json says it is: CommonJS.
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		files: [
			'check/**/*.mts',
			'simulator/**/*.mts',
			'test/**/*.mts',
			'demo/**/*.mts',
			'scripts/**/*.mts',
			'real-n8n/*.mts',
			'bench/**/*.mts',
		],
		extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
		languageOptions: { parserOptions: { project: './tsconfig.tools.json' } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// An async function without await is how a handler or a stand-in keeps to its interface.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/unbound-method': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
		},
	},
	{
		// Tests look into answers whose shape is what they are about.
		files: ['test/**/*.mts'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
		},
	},
);
