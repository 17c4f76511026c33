/**
 * Stands in for http://www.w3.org/ns/anno.jsonld where there is no network: of its terms those that Gangmu writes, each with
 * the IRI that the Web Annotation vocabulary (https://www.w3.org/TR/annotation-vocab/, appendix A) gives it. It is no copy:
 * a term that is not here is an error in the tests, as it would be one to a reader who has never heard of it.
 */
const id = (/** @type {string} */ iri) => ({ "@id": iri, "@type": "@id" });
const whole = (/** @type {string} */ iri) => ({ "@id": iri, "@type": "xsd:nonNegativeInteger" });

export const ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

export const annotationContext = {
  "@context": {
    oa: "http://www.w3.org/ns/oa#",
    as: "http://www.w3.org/ns/activitystreams#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    schema: "http://schema.org/",
    id: "@id",
    type: "@type",
    AnnotationCollection: "as:OrderedCollection",
    AnnotationPage: "as:OrderedCollectionPage",
    Annotation: "oa:Annotation",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    describing: "oa:describing",
    label: "rdfs:label",
    total: whole("as:totalItems"),
    first: id("as:first"),
    startIndex: whole("as:startIndex"),
    items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
    motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
    body: id("oa:hasBody"),
    target: id("oa:hasTarget"),
    source: id("oa:hasSource"),
    selector: id("oa:hasSelector"),
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: whole("oa:start"),
    end: whole("oa:end"),
  },
};
