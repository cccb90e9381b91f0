/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The few types of the Dashboards core that the browser side uses. The host's own are not on npm; these name
 * what Dashboards 2.19 to 3.x have in common.
 */
import type { History } from 'history';
import type { ComponentType, ReactNode } from 'react';

/** Options of a request through `core.http`. */
export interface HttpOptions {
  body?: string;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface HttpStart {
  basePath: { prepend(path: string): string };
  get<T>(path: string, options?: HttpOptions): Promise<T>;
  post<T>(path: string, options?: HttpOptions): Promise<T>;
  /** Ours, not the host's: headers of requests that do not go through `get` and `post`. */
  ownHeaders?(): Record<string, string>;
}

export interface SavedObject<Attributes> {
  id: string;
  attributes: Attributes;
}

export interface CoreStart {
  http: HttpStart;
  application: {
    capabilities: Record<string, Record<string, unknown> | undefined>;
    getUrlForApp(appId: string, options?: { path?: string }): string;
  };
  chrome: {
    setBreadcrumbs(breadcrumbs: Array<{ text: string; href?: string }>): void;
    docTitle: { change(title: string | string[]): void };
  };
  uiSettings: {
    get<T>(key: string): T;
    isDefault?(key: string): boolean;
  };
  notifications?: { toasts: { addWarning(toast: { title: string; text?: string }): unknown } };
  i18n: { Context: ComponentType<{ children: ReactNode }> };
  savedObjects: {
    client: {
      find<Attributes>(options: {
        type: string;
        search?: string;
        searchFields?: string[];
        perPage?: number;
        fields?: string[];
      }): Promise<{ savedObjects: Array<SavedObject<Attributes>> }>;
    };
  };
}

/** What an application gets when it is opened. */
export interface AppMountParameters {
  element: HTMLElement;
  /** Below the address of the application. */
  history: History;
}

export interface AppCategory {
  id: string;
  label: string;
  order?: number;
}

/** What a plugin gets when it is made; the configuration is what the server exposes to the browser. */
export interface PluginInitializerContext {
  config?: { get?<Config>(): Config };
}

export interface CoreSetup {
  application: {
    register(app: {
      id: string;
      title: string;
      order?: number;
      category?: AppCategory;
      euiIconType?: string;
      mount(parameters: AppMountParameters): Promise<() => void>;
    }): void;
  };
  chrome?: {
    /** The left navigation of 3.x; absent before. */
    navGroup?: {
      addNavLinksToGroup?(
        group: { id: string; title: string; description: string },
        links: Array<{ id: string; category?: AppCategory; order?: number }>
      ): void;
    };
  };
  getStartServices(): Promise<[CoreStart, unknown, unknown]>;
}
