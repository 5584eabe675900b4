// Builds what is shipped into dist/: the pane, the commands, their icons and the manifest. Knows nothing of the workbench.
//
// Settings, from the environment:
//   ADDIN_BASE_URL  where dist/ will be served from, HTTPS, without a slash at the end (default https://localhost:3000)
//   ADDIN_DIST      where to build to (default dist/)
//   OFFICE_JS_URL   where Excel's runtime is loaded from (default Microsoft's CDN). Offices on the 21Vianet cloud in China set it to
//                   https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { NormalModuleReplacementPlugin } = require('webpack');

const BASE_IN_REPOSITORY = 'https://localhost:3000';
const baseUrl = (process.env.ADDIN_BASE_URL || BASE_IN_REPOSITORY).replace(/\/+$/, '');
const officeJsUrl = process.env.OFFICE_JS_URL || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
for (const [name, url] of [
  ['ADDIN_BASE_URL', baseUrl],
  ['OFFICE_JS_URL', officeJsUrl],
]) {
  if (!url.startsWith('https://')) throw new Error(`${name} must begin with https://, found “${url}”`);
}

/** Scripts from here and from the host of Excel's runtime; requests to nowhere else, so that no data can leave the workbook. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' ${new URL(officeJsUrl).origin}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // Excel's runtime asks there whether an Office server of one's own may be trusted.
  `frame-src ${new URL(officeJsUrl).origin}`,
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const page = (name, room, withOffice) =>
  new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template: path.join(__dirname, 'src', room, `${name}.html`),
    chunks: [name],
    templateParameters: { officeJsUrl: withOffice ? officeJsUrl : '', contentSecurityPolicy },
  });

/** The pane's two languages run from left to right: styles need no mirror image. */
const NO_MIRROR =
  'data:text/javascript,export const convert = (rules) => rules, convertProperty = (key, value) => ({ key, value });';

const isOfChecks = (module, { chunkGraph }) =>
  [...chunkGraph.getModuleChunksIterable(module)].some(({ name }) => name === 'closerLook');

module.exports = (_env, { mode = 'production' } = {}) => ({
  mode,
  target: ['web', 'es2020'],
  cache: { type: 'filesystem', version: `${baseUrl} ${officeJsUrl}`, buildDependencies: { config: [__filename] } },
  devtool: mode === 'production' ? false : 'source-map',
  entry: {
    taskpane: './src/taskpane/opening.tsx',
    waiting: './src/taskpane/waiting.ts',
    // Nothing of it is the pane's: what home has loaded is then in no later file again.
    commands: { import: './src/commands/index.ts', layer: 'commands' },
    message: './src/commands/message.ts',
  },
  output: {
    path: path.resolve(__dirname, process.env.ADDIN_DIST || 'dist'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
    publicPath: '',
  },
  experiments: { layers: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false, target: 'ES2020' } },
      },
    ],
  },
  optimization: {
    splitChunks: {
      cacheGroups: {
        // A page's packages come in the files that need them: apart they would be a request more.
        defaultVendors: false,
        // What home's closer look needs stays one file; jobs that need some of it find it loaded.
        checks: { name: 'checks', test: isOfChecks, enforce: true, priority: 10 },
      },
    },
    // A third of terser's time; the scripts together come out smaller, the first ones one per cent larger.
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { compress: { passes: 2 }, mangle: true },
        extractComments: false,
      }),
    ],
  },
  plugins: [
    new NormalModuleReplacementPlugin(/^rtl-css-js\/core$/, NO_MIRROR),
    page('taskpane', 'taskpane', true),
    page('commands', 'commands', true),
    page('message', 'commands', false),
    new CopyWebpackPlugin({
      patterns: [
        { from: 'assets/icons/*.png' },
        {
          from: 'manifest.xml',
          transform: (content) => content.toString('utf8').replaceAll(BASE_IN_REPOSITORY, baseUrl),
        },
      ],
    }),
  ],
  performance: { hints: false },
  devServer: { server: 'https', port: 3000, hot: false, liveReload: false, client: false, static: false },
});
