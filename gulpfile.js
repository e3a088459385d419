const { mkdirSync, writeFileSync } = require('node:fs');
const { basename, dirname, posix } = require('node:path');

const { minify } = require('@swc/core');
const { build } = require('esbuild');
const { dest, parallel, src } = require('gulp');

const { n8n } = require('./package.json');

const BUNDLE = 'dist/ingram-micro.js';

/** The compiled files that n8n is told of, each with its class and its source. */
const entriesOf = (files) =>
	files.map((file) => ({
		file,
		className: basename(file).split('.')[0],
		source: `./${file.replace(/^dist\//, '').replace(/\.js$/, '')}`,
	}));

/**
 * Makes one file of sources and all that they import. It is made small, but functions, classes and
 * properties keep their names, so that a stack trace and a formatter still show what it does.
 */
async function compile(entries, outfile) {
	const {
		outputFiles: [{ text }],
	} = await build({
		stdin: {
			contents: entries
				.map(({ className, source }) => `export { ${className} } from '${source}';`)
				.join('\n'),
			resolveDir: __dirname,
			loader: 'ts',
		},
		write: false,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		external: ['n8n-workflow'],
		minifySyntax: true,
		logLevel: 'warning',
	});
	const { code } = await minify(text, {
		module: false,
		compress: false,
		mangle: { toplevel: false, keep_classnames: true, keep_fnames: true },
	});
	mkdirSync(dirname(outfile), { recursive: true });
	writeFileSync(outfile, `${code}\n`);
}

/**
 * Compiles the code of all nodes into one file, which is what takes n8n the least time to load: with a
 * file for each source, it would spend most of its time on finding two hundred of them.
 */
const nodes = () => compile(entriesOf(n8n.nodes), BUNDLE);

/** Each credential is a file of its own, because n8n loads all of them when it starts. */
const credentials = () =>
	Promise.all(entriesOf(n8n.credentials).map((entry) => compile([entry], entry.file)));

/** Writes the files that n8n looks for, one a node. */
async function doors() {
	for (const { file, className } of entriesOf(n8n.nodes)) {
		const bundle = posix.relative(dirname(file), BUNDLE);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(
			file,
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

exports.default = parallel(nodes, credentials, doors, assets);
