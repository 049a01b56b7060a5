// The namespaces that the project writes and reads, and the terms of other people's vocabularies
// that it uses.
//   graph.objects(rule, graph.iri(kRdfsLabel));   Writer writer(sink, Syntax::Turtle, kPrefixes);
// The terms of kb: and t: belong to the rooms that give them their meaning.
#pragma once

#include <string_view>

namespace testudo::rdf {

// A prefix and the namespace that it stands for; both borrowed.
struct Prefix {
  std::string_view name;  // without the colon; may be empty
  std::string_view iri;

  friend bool operator==(const Prefix&, const Prefix&) = default;
};

// -- namespaces
inline constexpr std::string_view kKbNamespace = "https://w3id.org/testudo/kb#";
inline constexpr std::string_view kIrNamespace = "https://w3id.org/testudo/ir#";
inline constexpr std::string_view kIdNamespace = "https://w3id.org/testudo/id/";
inline constexpr std::string_view kSituationNamespace = "https://w3id.org/testudo/situation/";
inline constexpr std::string_view kConceptNamespace = "https://w3id.org/testudo/concept/";
inline constexpr std::string_view kRuleNamespace = "https://w3id.org/testudo/rule/";
inline constexpr std::string_view kTNamespace = "https://w3id.org/testudo/t#";
inline constexpr std::string_view kSlotNamespace = "https://w3id.org/testudo/slot#";
inline constexpr std::string_view kListNamespace = "https://w3id.org/testudo/list/";
inline constexpr std::string_view kRdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfsNamespace = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kOwlNamespace = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view kXsdNamespace = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kSkosNamespace = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kProvNamespace = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view kDctNamespace = "http://purl.org/dc/terms/";
inline constexpr std::string_view kSchemaNamespace = "https://schema.org/";
inline constexpr std::string_view kSemNamespace = "http://semanticweb.cs.vu.nl/2009/11/sem/";
inline constexpr std::string_view kWdNamespace = "http://www.wikidata.org/entity/";
inline constexpr std::string_view kShNamespace = "http://www.w3.org/ns/shacl#";
inline constexpr std::string_view kVannNamespace = "http://purl.org/vocab/vann/";

// All of them, in the order in which they stand at the head of what we write.
inline constexpr Prefix kPrefixes[] = {
    {"kb", kKbNamespace},
    {"ir", kIrNamespace},
    {"id", kIdNamespace},
    {"situation", kSituationNamespace},
    {"concept", kConceptNamespace},
    {"rule", kRuleNamespace},
    {"t", kTNamespace},
    {"slot", kSlotNamespace},
    {"list", kListNamespace},
    {"rdf", kRdfNamespace},
    {"rdfs", kRdfsNamespace},
    {"owl", kOwlNamespace},
    {"xsd", kXsdNamespace},
    {"skos", kSkosNamespace},
    {"prov", kProvNamespace},
    {"dct", kDctNamespace},
    {"schema", kSchemaNamespace},
    {"sem", kSemNamespace},
    {"wd", kWdNamespace},
    {"sh", kShNamespace},
    {"vann", kVannNamespace},
};

// -- rdf:
inline constexpr std::string_view kRdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view kRdfFirst = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view kRdfRest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view kRdfNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view kRdfProperty =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
inline constexpr std::string_view kRdfList = "http://www.w3.org/1999/02/22-rdf-syntax-ns#List";
inline constexpr std::string_view kRdfLangString =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

// -- rdfs:
inline constexpr std::string_view kRdfsLabel = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view kRdfsComment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view kRdfsIsDefinedBy =
    "http://www.w3.org/2000/01/rdf-schema#isDefinedBy";
inline constexpr std::string_view kRdfsSeeAlso = "http://www.w3.org/2000/01/rdf-schema#seeAlso";
inline constexpr std::string_view kRdfsSubClassOf =
    "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view kRdfsSubPropertyOf =
    "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
inline constexpr std::string_view kRdfsDomain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view kRdfsRange = "http://www.w3.org/2000/01/rdf-schema#range";
inline constexpr std::string_view kRdfsClass = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view kRdfsLiteral = "http://www.w3.org/2000/01/rdf-schema#Literal";

// -- owl:
inline constexpr std::string_view kOwlOntology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr std::string_view kOwlClass = "http://www.w3.org/2002/07/owl#Class";
inline constexpr std::string_view kOwlObjectProperty =
    "http://www.w3.org/2002/07/owl#ObjectProperty";
inline constexpr std::string_view kOwlDatatypeProperty =
    "http://www.w3.org/2002/07/owl#DatatypeProperty";
inline constexpr std::string_view kOwlAnnotationProperty =
    "http://www.w3.org/2002/07/owl#AnnotationProperty";
inline constexpr std::string_view kOwlSymmetricProperty =
    "http://www.w3.org/2002/07/owl#SymmetricProperty";
inline constexpr std::string_view kOwlTransitiveProperty =
    "http://www.w3.org/2002/07/owl#TransitiveProperty";
inline constexpr std::string_view kOwlFunctionalProperty =
    "http://www.w3.org/2002/07/owl#FunctionalProperty";
inline constexpr std::string_view kOwlNamedIndividual =
    "http://www.w3.org/2002/07/owl#NamedIndividual";
inline constexpr std::string_view kOwlInverseOf = "http://www.w3.org/2002/07/owl#inverseOf";
inline constexpr std::string_view kOwlEquivalentClass =
    "http://www.w3.org/2002/07/owl#equivalentClass";
inline constexpr std::string_view kOwlEquivalentProperty =
    "http://www.w3.org/2002/07/owl#equivalentProperty";
inline constexpr std::string_view kOwlDisjointWith = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr std::string_view kOwlHasKey = "http://www.w3.org/2002/07/owl#hasKey";
inline constexpr std::string_view kOwlSameAs = "http://www.w3.org/2002/07/owl#sameAs";
inline constexpr std::string_view kOwlUnionOf = "http://www.w3.org/2002/07/owl#unionOf";
inline constexpr std::string_view kOwlImports = "http://www.w3.org/2002/07/owl#imports";
inline constexpr std::string_view kOwlVersionIri = "http://www.w3.org/2002/07/owl#versionIRI";
inline constexpr std::string_view kOwlVersionInfo = "http://www.w3.org/2002/07/owl#versionInfo";
inline constexpr std::string_view kOwlDeprecated = "http://www.w3.org/2002/07/owl#deprecated";

// -- xsd:
inline constexpr std::string_view kXsdString = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view kXsdBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view kXsdInteger = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view kXsdNonNegativeInteger =
    "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view kXsdPositiveInteger =
    "http://www.w3.org/2001/XMLSchema#positiveInteger";
inline constexpr std::string_view kXsdDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view kXsdDouble = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view kXsdFloat = "http://www.w3.org/2001/XMLSchema#float";
inline constexpr std::string_view kXsdDate = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view kXsdGYear = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view kXsdGYearMonth = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view kXsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view kXsdDuration = "http://www.w3.org/2001/XMLSchema#duration";
inline constexpr std::string_view kXsdAnyUri = "http://www.w3.org/2001/XMLSchema#anyURI";

// -- skos:
inline constexpr std::string_view kSkosConcept = "http://www.w3.org/2004/02/skos/core#Concept";
inline constexpr std::string_view kSkosPrefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view kSkosAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view kSkosHiddenLabel =
    "http://www.w3.org/2004/02/skos/core#hiddenLabel";
inline constexpr std::string_view kSkosDefinition =
    "http://www.w3.org/2004/02/skos/core#definition";
inline constexpr std::string_view kSkosNote = "http://www.w3.org/2004/02/skos/core#note";
inline constexpr std::string_view kSkosScopeNote = "http://www.w3.org/2004/02/skos/core#scopeNote";
inline constexpr std::string_view kSkosExample = "http://www.w3.org/2004/02/skos/core#example";
inline constexpr std::string_view kSkosBroader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr std::string_view kSkosRelated = "http://www.w3.org/2004/02/skos/core#related";
inline constexpr std::string_view kSkosExactMatch =
    "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr std::string_view kSkosCloseMatch =
    "http://www.w3.org/2004/02/skos/core#closeMatch";

// -- prov:
inline constexpr std::string_view kProvEntity = "http://www.w3.org/ns/prov#Entity";
inline constexpr std::string_view kProvAgent = "http://www.w3.org/ns/prov#Agent";
inline constexpr std::string_view kProvActivity = "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view kProvWasDerivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr std::string_view kProvWasGeneratedBy = "http://www.w3.org/ns/prov#wasGeneratedBy";
inline constexpr std::string_view kProvWasQuotedFrom = "http://www.w3.org/ns/prov#wasQuotedFrom";
inline constexpr std::string_view kProvWasAttributedTo =
    "http://www.w3.org/ns/prov#wasAttributedTo";
inline constexpr std::string_view kProvValue = "http://www.w3.org/ns/prov#value";
inline constexpr std::string_view kProvUsed = "http://www.w3.org/ns/prov#used";
inline constexpr std::string_view kProvGeneratedAtTime =
    "http://www.w3.org/ns/prov#generatedAtTime";

// -- dct:
inline constexpr std::string_view kDctTitle = "http://purl.org/dc/terms/title";
inline constexpr std::string_view kDctDescription = "http://purl.org/dc/terms/description";
inline constexpr std::string_view kDctCreator = "http://purl.org/dc/terms/creator";
inline constexpr std::string_view kDctPublisher = "http://purl.org/dc/terms/publisher";
inline constexpr std::string_view kDctSource = "http://purl.org/dc/terms/source";
inline constexpr std::string_view kDctDate = "http://purl.org/dc/terms/date";
inline constexpr std::string_view kDctIssued = "http://purl.org/dc/terms/issued";
inline constexpr std::string_view kDctCreated = "http://purl.org/dc/terms/created";
inline constexpr std::string_view kDctLicense = "http://purl.org/dc/terms/license";
inline constexpr std::string_view kDctLanguage = "http://purl.org/dc/terms/language";
inline constexpr std::string_view kDctIdentifier = "http://purl.org/dc/terms/identifier";
inline constexpr std::string_view kDctIsPartOf = "http://purl.org/dc/terms/isPartOf";

// -- schema:
inline constexpr std::string_view kSchemaHeadline = "https://schema.org/headline";
inline constexpr std::string_view kSchemaDatePublished = "https://schema.org/datePublished";
inline constexpr std::string_view kSchemaUrl = "https://schema.org/url";

// -- sh:
inline constexpr std::string_view kShNodeShape = "http://www.w3.org/ns/shacl#NodeShape";
inline constexpr std::string_view kShPropertyShape = "http://www.w3.org/ns/shacl#PropertyShape";
inline constexpr std::string_view kShTargetClass = "http://www.w3.org/ns/shacl#targetClass";
inline constexpr std::string_view kShProperty = "http://www.w3.org/ns/shacl#property";
inline constexpr std::string_view kShPath = "http://www.w3.org/ns/shacl#path";

}  // namespace testudo::rdf
