const { dest, src } = require('gulp');

/** Copies what TypeScript does not: the icons, and each node's codex file. */
function assets() {
	return src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

exports.default = assets;
