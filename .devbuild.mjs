import webpack from "webpack";
const { default: config } = await import("/tmp/wt-findings/webpack.config.js");
const c = { ...config, optimization: { ...config.optimization, minimize: false } };
webpack(c, (e, s) => { if (e) throw e; if (s.hasErrors()) console.log(s.toString({ preset: "errors-only" })); });
