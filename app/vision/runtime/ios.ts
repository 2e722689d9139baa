/**
 * Whether this is iOS or iPadOS, in whatever browser: all of them are WebKit there. An iPad says it is a Mac, but no Mac has
 * a touch screen.
 *
 * [Note: WebGPU on iOS]
 * On iOS 26 onnxruntime-web on WebGPU crashes after about 500 runs, and earlier ones took gigabytes (onnxruntime issues
 * 27584, 26827). `auto` is therefore wasm there, and where WebGPU is asked for by name a new worker is started in time.
 */
export const isIos = ({ userAgent, maxTouchPoints }: { userAgent: string; maxTouchPoints: number }): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

/** Runs on the graphics card after which a worker is replaced on iOS; one frame takes five at the most. */
export const IOS_MAX_GPU_RUNS = 480;
