import { text as read } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

import { sourceRules } from '../../scripts/n8n-rules.mjs';

/*
 * Lints texts under n8n's rules as if they were files of the project. Takes a list of
 * { path, text } as JSON from the standard input and writes the messages, as JSON, to the standard
 * output. A process of its own, since neither ESLint's plugins (ES modules) nor the syntax trees
 * that they recognise survive Jest's module loader.
 */

const linter = new ESLint({
	cwd: fileURLToPath(new URL('../..', import.meta.url)),
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: sourceRules,
});

const messages = [];
for (const { path, text } of JSON.parse(await read(process.stdin))) {
	for (const result of await linter.lintText(text, { filePath: path, warnIgnored: true })) {
		for (const { ruleId, message, line, column } of result.messages) {
			messages.push({ path, ruleId, message, line, column });
		}
	}
}
process.stdout.write(JSON.stringify(messages));
