/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Where the API server serves a resource. */
export interface ResourceKind {
  resource: string;
  apiGroup?: string;
  apiVersion: string;
  kind: string;
  /** A custom resource: the audit policy logs even reads of it with the whole response. */
  custom?: boolean;
}

const KINDS: Record<string, [version: string, kind: string]> = {
  pods: ['v1', 'Pod'],
  services: ['v1', 'Service'],
  endpoints: ['v1', 'Endpoints'],
  secrets: ['v1', 'Secret'],
  configmaps: ['v1', 'ConfigMap'],
  nodes: ['v1', 'Node'],
  namespaces: ['v1', 'Namespace'],
  serviceaccounts: ['v1', 'ServiceAccount'],
  persistentvolumeclaims: ['v1', 'PersistentVolumeClaim'],
  resourcequotas: ['v1', 'ResourceQuota'],
  'deployments.apps': ['v1', 'Deployment'],
  'replicasets.apps': ['v1', 'ReplicaSet'],
  'statefulsets.apps': ['v1', 'StatefulSet'],
  'daemonsets.apps': ['v1', 'DaemonSet'],
  'jobs.batch': ['v1', 'Job'],
  'cronjobs.batch': ['v1', 'CronJob'],
  'horizontalpodautoscalers.autoscaling': ['v2', 'HorizontalPodAutoscaler'],
  'ingresses.networking.k8s.io': ['v1', 'Ingress'],
  'networkpolicies.networking.k8s.io': ['v1', 'NetworkPolicy'],
  'endpointslices.discovery.k8s.io': ['v1', 'EndpointSlice'],
  'roles.rbac.authorization.k8s.io': ['v1', 'Role'],
  'rolebindings.rbac.authorization.k8s.io': ['v1', 'RoleBinding'],
  'clusterroles.rbac.authorization.k8s.io': ['v1', 'ClusterRole'],
  'clusterrolebindings.rbac.authorization.k8s.io': ['v1', 'ClusterRoleBinding'],
  'selfsubjectaccessreviews.authorization.k8s.io': ['v1', 'SelfSubjectAccessReview'],
  'selfsubjectrulesreviews.authorization.k8s.io': ['v1', 'SelfSubjectRulesReview'],
  'subjectaccessreviews.authorization.k8s.io': ['v1', 'SubjectAccessReview'],
  'tokenreviews.authentication.k8s.io': ['v1', 'TokenReview'],
  'certificatesigningrequests.certificates.k8s.io': ['v1', 'CertificateSigningRequest'],
  'validatingwebhookconfigurations.admissionregistration.k8s.io': [
    'v1',
    'ValidatingWebhookConfiguration',
  ],
  'customresourcedefinitions.apiextensions.k8s.io': ['v1', 'CustomResourceDefinition'],
};

const CUSTOM_KINDS: Record<string, [version: string, kind: string]> = {
  'certificates.cert-manager.io': ['v1', 'Certificate'],
  'kustomizations.kustomize.toolkit.fluxcd.io': ['v1', 'Kustomization'],
  'helmreleases.helm.toolkit.fluxcd.io': ['v2', 'HelmRelease'],
  'applications.argoproj.io': ['v1alpha1', 'Application'],
  'backups.velero.io': ['v1', 'Backup'],
  'servicemonitors.monitoring.coreos.com': ['v1', 'ServiceMonitor'],
};

function toEntry(name: string, [apiVersion, kind]: [string, string], custom: boolean) {
  const dot = name.indexOf('.');
  const entry: ResourceKind = {
    resource: dot < 0 ? name : name.slice(0, dot),
    apiGroup: dot < 0 ? undefined : name.slice(dot + 1),
    apiVersion,
    kind,
    custom,
  };
  return [name, entry] as const;
}

const RESOURCES: ReadonlyMap<string, ResourceKind> = new Map([
  ...Object.entries(KINDS).map(([name, entry]) => toEntry(name, entry, false)),
  ...Object.entries(CUSTOM_KINDS).map(([name, entry]) => toEntry(name, entry, true)),
]);

/** The resource written `pods` or `deployments.apps`. @throws Error for one that the data has not */
export function toResourceKind(name: string): ResourceKind {
  const found = RESOURCES.get(name);
  if (!found) throw new Error(`no resource ${name}`);
  return found;
}

/** `v1` or `apps/v1`, as `apiVersion` in an object. */
export function toGroupVersion(kind: ResourceKind): string {
  return kind.apiGroup ? `${kind.apiGroup}/${kind.apiVersion}` : kind.apiVersion;
}

/** `/api/v1` or `/apis/apps/v1`, the start of a request URI. */
export function toApiPath(kind: ResourceKind): string {
  return kind.apiGroup ? `/apis/${kind.apiGroup}/${kind.apiVersion}` : `/api/${kind.apiVersion}`;
}
