/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { BehaviorSubject } from 'rxjs';
import type { PageMetadata } from '../server/page';

/** A link of the breadcrumbs. */
interface Breadcrumb {
  text: string;
  href?: string;
  onClick?: (event: MouseEvent) => void;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...children: Array<Node | string>
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** The header: name, breadcrumbs, theme, user. */
export function createChrome(root: HTMLElement, metadata: PageMetadata) {
  const { basePath, version, darkMode, userName, navGroups } = metadata;
  const crumbs = element('ol', { class: 'hostCrumbs' });
  const help = element('span', { class: 'hostHelp' });
  const theme = element('button', { type: 'button' }, darkMode ? 'Light theme' : 'Dark theme');
  theme.addEventListener('click', () => {
    document.cookie = `host_dark_mode=${!darkMode}; path=/; samesite=lax`;
    window.location.reload();
  });
  const user = userName
    ? [element('span', {}, userName), element('a', { href: `${basePath}/logout` }, 'Log out')]
    : [];
  root.append(
    element(
      'header',
      { class: 'hostHeader' },
      element('a', { href: `${basePath}/`, class: 'hostName' }, `Development host ${version}`),
      element('nav', { 'aria-label': 'Breadcrumbs' }, crumbs),
      element('span', { class: 'hostRight' }, help, theme, ...user)
    )
  );
  const main = element('main', { class: 'hostMain', id: 'host-main' });
  root.append(main);

  const setBreadcrumbs = (items: Breadcrumb[]) => {
    crumbs.replaceChildren(
      ...items.map((item, index) => {
        const last = index === items.length - 1;
        const link = item.href
          ? element('a', { href: item.href }, item.text)
          : element('span', last ? { 'aria-current': 'page' } : {}, item.text);
        if (item.onClick) link.addEventListener('click', item.onClick as EventListener);
        return element('li', {}, link);
      })
    );
  };
  const groups = navGroups
    ? {
        navGroup: {
          getNavGroupEnabled: () => false,
          addNavLinksToGroup: () => undefined,
          getNavGroupsMap$: () => new BehaviorSubject({}).asObservable(),
        },
      }
    : {};
  return {
    main,
    contract: {
      setBreadcrumbs,
      docTitle: {
        change: (title: string | string[]) => {
          document.title = `${[title].flat().join(' - ')} - OpenSearch Dashboards`;
        },
        reset: () => {
          document.title = 'OpenSearch Dashboards';
        },
      },
      setHelpExtension: (extension?: { appName: string }) => {
        help.textContent = extension ? `Help: ${extension.appName}` : '';
      },
      setBadge: () => undefined,
      setIsVisible: () => undefined,
      ...groups,
    },
  };
}
