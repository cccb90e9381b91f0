/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createBrowserHistory, type History } from 'history';
import { BehaviorSubject } from 'rxjs';

/** What an application gets when it is mounted. */
interface MountParameters {
  element: HTMLElement;
  history: History;
  appBasePath: string;
  onAppLeave: () => void;
  setHeaderActionMenu: () => void;
}

/** An application as plugins register it. */
interface Application {
  id: string;
  title: string;
  mount(parameters: MountParameters): Promise<() => void> | (() => void);
}

/** `core.application`: registers applications, mounts the one that the address names, follows links to others. */
export function createApplication(
  basePath: string,
  main: HTMLElement,
  capabilities: Record<string, Record<string, unknown>>
) {
  const applications = new Map<string, Application>();
  const history = createBrowserHistory({ basename: basePath || undefined });
  const currentAppId$ = new BehaviorSubject<string | undefined>(undefined);
  let unmount: (() => void) | undefined;

  const getUrlForApp = (
    id: string,
    { path = '', absolute = false }: { path?: string; absolute?: boolean } = {}
  ) => {
    const joined = path === '' || /^[/?#]/.test(path) ? path : `/${path}`;
    const url = `${basePath}/app/${id}${joined}`;
    return absolute ? window.location.origin + url : url;
  };

  async function show(): Promise<void> {
    const id = /^\/app\/([^/?#]+)/.exec(history.location.pathname)?.[1];
    if (id !== undefined && id === currentAppId$.getValue()) return;
    unmount?.();
    unmount = undefined;
    main.replaceChildren();
    currentAppId$.next(id);
    const application = id === undefined ? undefined : applications.get(id);
    if (id === undefined) showHome();
    else if (!application) showUnknown(id);
    else {
      const element = document.createElement('div');
      element.className = 'hostApplication';
      main.append(element);
      unmount = await application.mount({
        element,
        history: createBrowserHistory({ basename: getUrlForApp(id) }),
        appBasePath: getUrlForApp(id),
        onAppLeave: () => undefined,
        setHeaderActionMenu: () => undefined,
      });
    }
  }

  function showHome(): void {
    const list = document.createElement('ul');
    for (const { id, title } of applications.values()) {
      const link = document.createElement('a');
      link.href = getUrlForApp(id);
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    const heading = document.createElement('h1');
    heading.textContent = 'Applications';
    main.append(heading, list);
  }

  function showUnknown(id: string): void {
    const text = document.createElement('p');
    text.textContent = `The application ${id} is not part of the development host.`;
    main.append(text);
  }

  history.listen(() => void show());

  return {
    show,
    contract: {
      register: (application: Application) => void applications.set(application.id, application),
      capabilities,
      currentAppId$,
      getUrlForApp,
      navigateToApp: async (id: string, { path = '' }: { path?: string } = {}) => {
        history.push(getUrlForApp(id, { path }).slice(basePath.length));
      },
      navigateToUrl: async (url: string) => window.location.assign(url),
      applications$: new BehaviorSubject(applications),
    },
  };
}
