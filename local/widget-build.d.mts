import type { BuildOptions } from 'esbuild';

export declare const WIDGET_LANGUAGES: readonly string[];
export declare const widgetFile: (language: string) => string;
export declare const widgetBuild: (language?: string) => BuildOptions;
