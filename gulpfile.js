const { mkdirSync, writeFileSync } = require('node:fs');
const { basename, dirname, join, posix } = require('node:path');

const { build } = require('esbuild');
const { dest, parallel, src } = require('gulp');

const { n8n } = require('./package.json');

const BUNDLE = 'dist/ingram-micro.js';

/** The compiled files that n8n is told of, each with its class and its source. */
const entries = [...n8n.nodes, ...n8n.credentials].map((file) => ({
	file,
	className: basename(file).split('.')[0],
	source: `./${file.replace(/^dist\//, '').replace(/\.js$/, '')}`,
}));

/**
 * Compiles all code into one file, which is what takes n8n the least time to load: with a file for
 * each source, it would spend most of its time on finding two hundred of them. White space is left
 * out and names are kept, so the file is small, and a formatter and a stack trace still show what
 * it does.
 */
async function code() {
	await build({
		stdin: {
			contents: entries
				.map(({ className, source }) => `export { ${className} } from '${source}';`)
				.join('\n'),
			resolveDir: __dirname,
			loader: 'ts',
		},
		outfile: BUNDLE,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		external: ['n8n-workflow'],
		minifyWhitespace: true,
		minifySyntax: true,
		logLevel: 'warning',
	});
}

/** Writes the files that n8n looks for, one a class. */
async function doors() {
	for (const { file, className } of entries) {
		const bundle = posix.relative(dirname(file), BUNDLE);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(
			join(__dirname, file),
			`"use strict";\nexports.${className} = require("${bundle}").${className};\n`,
		);
	}
}

/** Copies the icons, and each node's codex file. */
function assets() {
	return src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

exports.default = parallel(code, doors, assets);
